// A link of the app to its analysis: the figure that it names, and what this page does not answer.
const askedFor = new URLSearchParams(location.search);
const named = document.getElementById(askedFor.get('figure') ?? '');
const others = [...askedFor.keys()].filter(name => !['figure', 'data'].includes(name));
const noteOfLink = document.getElementById('left-out');
if (others.length && noteOfLink) {
  noteOfLink.hidden = false;
  const link = noteOfLink.querySelector('a');
  if (link) link.search = location.search;
}
if (named) location.hash = named.id;
