// A link of the app to its analysis: the figure that it names, and what this page does not answer.
import {showOtherData} from '../../explorer/other_data.js';
import {listTrimmed, readTexts} from '../../explorer/pasted.js';

const asked = readTexts(location.search);
const note = document.getElementById('left-out');
showOtherData(note, asked);
if (note?.dataset.asked?.split(' ').some(name => asked.get(name)?.some(Boolean))) {
  note.hidden = false;
  const link = note.querySelector('a');
  if (link) link.search = location.search;
}
const wanted = [...listTrimmed(asked.get('figure')?.at(-1) ?? '')];
const figure = [...document.querySelectorAll('.figure-part')].find(({id}) => wanted.includes(id));
if (figure) location.hash = figure.id;
