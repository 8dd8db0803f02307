// The page of one file. It stands after the module of geo/time_map and uses its names: holdJson, StepPlayer, TimeMap, element.

const page = JSON.parse(document.getElementById('page').textContent);
for (const [address, content] of Object.entries(page.answers)) holdJson(address, content);

const articles = [...document.querySelectorAll('.step')];
const picked = document.getElementById('picked');
const dark = matchMedia('(prefers-color-scheme: dark)');
const player = new StepPlayer();

/** What the map shows at a step, in the theme of the reader. */
function optionsAt(step) {
  const theme = dark.matches ? 'dark' : 'light';
  const {light, dark: night, ...common} = page.steps[step - 1];
  const {selection, ...shown} = theme === 'dark' ? night : light;
  return {...page.answers[shown.look], ...common, ...shown, hash: `${theme} ${JSON.stringify(selection)}`, spec: {layers: [...page.base[theme], ...selection]}};
}

const numberInAddress = () => {
  const [, number] = location.hash.match(/^#step-(\d+)$/) ?? [];
  return Math.min(articles.length, Math.max(1, Number(number ?? 1)));
};
let current = numberInAddress();
const map = new TimeMap(globalThis.deck ? Promise.resolve(globalThis.deck) : Promise.reject(new Error('noBundle')), optionsAt(current));

function show(step) {
  current = step;
  articles.forEach((article, at) => { article.hidden = at + 1 !== step; });
  picked.replaceChildren();
  player.update({step, headlines: page.headlines});
  map.update(optionsAt(step));
}

/** Say which event was picked, with the way to all that the file holds of it. */
function pick(id) {
  const row = id === null ? null : document.getElementById(`event-${id}`);
  picked.replaceChildren();
  if (row) picked.append(element('a', {href: `#event-${id}`}, row.querySelector('.title').textContent), ` (${row.querySelector('.when').textContent})`);
}

document.getElementById('player').append(player.node);
document.getElementById('map').append(map.node);
map.listen({onPick: pick});
player.onStep = step => {
  history.replaceState(null, '', `#step-${step}`);
  show(step);
};
dark.addEventListener('change', () => show(current));
addEventListener('hashchange', () => /^#step-/.test(location.hash) && show(numberInAddress()));
document.documentElement.classList.add('alive');
show(current);
