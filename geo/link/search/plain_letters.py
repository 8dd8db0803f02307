"""Letters that Unicode does not decompose, each with the plain letters by which it is searched."""

# Latin and Cyrillic letters "WITH" a stroke, hook or similar, by the names of Unicode 14, and
# nine that have names of their own. geo/publishing/one_file/text_search.js has the same list.
_PAIRS = (
    "ɵo ıi ȷj æae œoe ðd þth ŋn əe øo đd ħh łl ŧt ƀb ƃb ƈc ƌd ƒf ƙk ƚl ƞn ƥp ƫt ƭt ƴy "
    "ƶz ǥg ȡd ȥz ȴl ȵn ȶt ȼc ȿs ɀz ɇe ɉj ɋq ɍr ɏy ɓb ɕc ɖd ɗd ɠg ɦh ɨi ɫl ɬl ɭl ɱm "
    "ɲn ɳn ɼr ɽr ɾr ʂs ʈt ʋv ʐz ʑz ʝj ʠq ҋй ҏр ґг ғг ҕг җж ҙз қк ҝк ҟк ңн ҧп ҫс ҭт "
    "ҳх ҷч ҹч ӄк ӆл ӈн ӊн ӎм ӷг ӻг ӽх ӿх ԓл ԡл ԣн ԥп ԩн ԯл ᵬb ᵭd ᵮf ᵯm ᵰn ᵱp ᵲr ᵳr "
    "ᵴs ᵵt ᵶz ᵽp ᶀb ᶁd ᶂf ᶃg ᶄk ᶅl ᶆm ᶇn ᶈp ᶉr ᶊs ᶌv ᶍx ᶎz ᶏa ᶑd ᶒe ᶖi ᶙu ỿy ⱡl ⱥa "
    "ⱦt ⱨh ⱪk ⱬz ⱱv ⱳw ⱴv ⱸe ⱺo ꙑы ꚋт ꝁk ꝃk ꝅk ꝉl ꝋo ꝍo ꝑp ꝓp ꝕp ꝗq ꝙq ꝟv ꞎl ꞑn ꞓc "
    "ꞔc ꞕh ꞗb ꞙf ꞡg ꞣk ꞥn ꞧr ꞩs ꞹu ꟈd ꟊs ꬴe ꬷl ꬸl ꬹl ꬺm ꬻn ꭉr ꭎu ꭒu ꭖx ꭗx ꭘx ꭙx ꭚy "
    "𝼉t 𝼑l 𝼓l 𝼖r 𝼚i 𝼛o 𝼝c 𝼞s "
)

PLAIN_LETTERS = {pair[0]: pair[1:] for pair in _PAIRS.split()}
