// Goes to the section that the address names once it is there: the browser looks for it too early.

/**
 * Called at each rerun.
 * @param {{parentElement: ShadowRoot}} component
 */
export default function followSectionLink({parentElement}) {
  const {host} = parentElement;
  const {hash} = location;
  if (!hash || !(host instanceof HTMLElement) || host.dataset.followed === hash) return;
  const section = document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!section) return;
  host.dataset.followed = hash;
  section.scrollIntoView();
  // Readers with a keyboard go on from here.
  section.tabIndex = -1;
  section.style.outline = 'none';
  section.focus({preventScroll: true});
}
