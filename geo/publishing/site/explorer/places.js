// The places in the page that the parts of the explorer take.

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`explorer: found no #${id}, wanted one`);
  return node;
}

/** Put parts in their places. @param {Record<string, {node: HTMLElement}[]>} parts by id */
export function placeParts(parts) {
  for (const [id, each] of Object.entries(parts)) byId(id).append(...each.map(({node}) => node));
  const {classList} = document.documentElement;
  classList.add('alive');
  if (new URLSearchParams(location.search).get('embed') === 'true') classList.add('embedded');
}
