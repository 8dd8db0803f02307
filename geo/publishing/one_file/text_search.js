// The search in a page without a server: finds what geo/link/text_search.py finds.

// Letters that Unicode does not take apart, as in geo/link/plain_letters.py.
const PLAIN_LETTERS = new Map(
  (
    'ɵo ıi ȷj æae œoe ðd þth ŋn əe øo đd ħh łl ŧt ƀb ƃb ƈc ƌd ƒf ƙk ƚl ƞn ƥp ƫt ƭt ƴy ' +
    'ƶz ǥg ȡd ȥz ȴl ȵn ȶt ȼc ȿs ɀz ɇe ɉj ɋq ɍr ɏy ɓb ɕc ɖd ɗd ɠg ɦh ɨi ɫl ɬl ɭl ɱm ' +
    'ɲn ɳn ɼr ɽr ɾr ʂs ʈt ʋv ʐz ʑz ʝj ʠq ҋй ҏр ґг ғг ҕг җж ҙз қк ҝк ҟк ңн ҧп ҫс ҭт ' +
    'ҳх ҷч ҹч ӄк ӆл ӈн ӊн ӎм ӷг ӻг ӽх ӿх ԓл ԡл ԣн ԥп ԩн ԯл ᵬb ᵭd ᵮf ᵯm ᵰn ᵱp ᵲr ᵳr ' +
    'ᵴs ᵵt ᵶz ᵽp ᶀb ᶁd ᶂf ᶃg ᶄk ᶅl ᶆm ᶇn ᶈp ᶉr ᶊs ᶌv ᶍx ᶎz ᶏa ᶑd ᶒe ᶖi ᶙu ỿy ⱡl ⱥa ' +
    'ⱦt ⱨh ⱪk ⱬz ⱱv ⱳw ⱴv ⱸe ⱺo ꙑы ꚋт ꝁk ꝃk ꝅk ꝉl ꝋo ꝍo ꝑp ꝓp ꝕp ꝗq ꝙq ꝟv ꞎl ꞑn ꞓc ' +
    'ꞔc ꞕh ꞗb ꞙf ꞡg ꞣk ꞥn ꞧr ꞩs ꞹu ꟈd ꟊs ꬴe ꬷl ꬸl ꬹl ꬺm ꬻn ꭉr ꭎu ꭒu ꭖx ꭗx ꭘx ꭙx ꭚy ' +
    '𝼉t 𝼑l 𝼓l 𝼖r 𝼚i 𝼛o 𝼝c 𝼞s '
  )
    .trim()
    .split(' ')
    .map(pair => {
      const [letter, ...plain] = pair;
      return [letter, plain.join('')];
    }),
);

/**
 * Text as it is searched: without case, accents, strokes and invisible characters.
 * @param {string} text
 */
export const foldText = text =>
  text
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}\p{Cc}]/gu, '')
    .replace(/\P{ASCII}/gu, letter => PLAIN_LETTERS.get(letter) ?? letter);

/**
 * Which texts hold all words that are looked for.
 * @param {string[]} texts folded
 * @param {string} wanted
 * @returns {Uint8Array | null} 1 where all words are found; null where no word is looked for
 */
export function findWords(texts, wanted) {
  const words = foldText(wanted).split(' ').filter(Boolean);
  if (!words.length) return null;
  return Uint8Array.from(texts, text => Number(words.every(word => text.includes(word))));
}
