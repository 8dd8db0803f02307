// What a page says of an event that a link names and the record does not have.

// As long as an id may be.
const MOST_CHARACTERS = 100;

/** Its words are those of the app, in the page's template. @param {string} id */
export function sayLost(id) {
  const template = document.getElementById('lost-event');
  if (!(template instanceof HTMLTemplateElement)) return [];
  const words = document.importNode(template.content, true);
  const name = words.querySelector('bdi');
  if (name) name.textContent = [...id].slice(0, MOST_CHARACTERS).join('');
  return [...words.children];
}
