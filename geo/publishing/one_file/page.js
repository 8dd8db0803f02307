// The page of one file. It stands after the module of geo/time_map and uses its names: Choices, FilterPanel, holdJson, StepPlayer, TimeMap, element.

const page = JSON.parse(document.getElementById('page').textContent);
for (const [address, content] of Object.entries(page.answers)) holdJson(address, content);

const articles = [...document.querySelectorAll('.step')];
for (const article of articles) {
  const signs = [...article.querySelectorAll('p')].reduce(
    (sum, {textContent}) => sum + textContent.length,
    0,
  );
  article.style.setProperty('--signs', signs); // how large its words may be on a wall
}
const picked = document.getElementById('picked');
const dark = matchMedia('(prefers-color-scheme: dark)');
const player = new StepPlayer();

/** What the map shows at a step, in the theme of the reader. */
function optionsAt(step) {
  const theme = dark.matches ? 'dark' : 'light';
  const {light, dark: night, ...common} = page.steps[step - 1];
  const {selection, ...shown} = theme === 'dark' ? night : light;
  return {
    ...page.answers[shown.style],
    ...common,
    ...shown,
    story_step: step,
    hash: `${theme} ${JSON.stringify(selection)}`,
    spec: {layers: [...page.base[theme], ...selection]},
  };
}

const numberInAddress = () => {
  const [, number] = location.hash.match(/^#step-(\d+)$/) ?? [];
  return Math.min(articles.length, Math.max(1, Number(number ?? 1)));
};
let current = numberInAddress();
const choices = new Choices();
const map = new TimeMap(
  globalThis.deck ? Promise.resolve(globalThis.deck) : Promise.reject(new Error('noBundle')),
  optionsAt(current),
  choices,
);
const panel = new FilterPanel(choices);

/** Text as it is searched: without case, accents and invisible signs, as geo/filters.py folds it. */
const fold = text =>
  text
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}\p{Cc}]/gu, '');

/** The table holds all that a reader may search; it takes the place of the server's answer. */
const texts = new Map(
  [...document.querySelectorAll('#events tbody tr')].map(row => [
    row.id,
    fold(row.textContent.replace(/\s/g, ' ')),
  ]),
);
choices.readMatches = async () => {
  const words = fold(new URLSearchParams(choices.filters).get('q') ?? '')
    .split(' ')
    .filter(Boolean);
  const rows = await fetchJson(choices.shown.rows);
  return words.length
    ? Uint8Array.from(rows, ({id}) =>
        Number(words.every(word => texts.get(`event-${id}`).includes(word))),
      )
    : null;
};

function show(step) {
  current = step;
  articles.forEach((article, at) => {
    article.hidden = at + 1 !== step;
  });
  picked.replaceChildren();
  player.update({step, headlines: page.headlines});
  const options = {...optionsAt(step), datesAreFixed: true, preset: null, filtered: true};
  map.update(options);
  panel.update(options);
}

/** Hide in the table what the map does not show, where the reader asks for it. */
const onlyShown = document.getElementById('only-shown');
function followMap() {
  const {events, window} = choices;
  if (!events) return;
  const shown = new Set(
    onlyShown.checked ? [...events.inside(window)].map(({row}) => `event-${row.id}`) : texts.keys(),
  );
  for (const id of texts.keys()) document.getElementById(id).hidden = !shown.has(id);
  document.getElementById('rows-shown').textContent = shown.size;
}
onlyShown.onchange = followMap;
choices.listen(() => onlyShown.checked && followMap());

/** Say which event was picked, with the way to all that the file holds of it. */
function pick(id) {
  const row = id === null ? null : document.getElementById(`event-${id}`);
  picked.replaceChildren();
  if (row)
    picked.append(
      element('a', {href: `#event-${id}`}, row.querySelector('.title').textContent),
      ` (${row.querySelector('.when').textContent})`,
    );
}

document.getElementById('player').append(player.node);
document.getElementById('map').append(map.node);
document.getElementById('filters').append(panel.node);
panel.onAsk = async what => {
  if (what !== 'all') return; // filters are applied already, and dates are fixed
  choices.choose('');
  await map.update({...map.options, ...map.options.whole}); // a step's own bar may span one night
  map.bar.brush.wholeDomain();
};
map.listen({onPick: pick});
player.onStep = step => {
  history.replaceState(null, '', `#step-${step}`);
  show(step);
};
dark.addEventListener('change', () => show(current));
addEventListener('hashchange', () => /^#step-/.test(location.hash) && show(numberInAddress()));
document.documentElement.classList.add('alive');
show(current);
