// @ts-check
// What the theme leaves out for those who read with the keyboard or with their ears.

/** Give the theme's search, a dialog, its name; and let a table that is wider than its box be scrolled by keys. */
export function mend() {
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");
  const seen = new ResizeObserver((boxes) => boxes.forEach(({ target }) => reachable(target)));
  document.querySelectorAll(".md-typeset__scrollwrap").forEach((box) => seen.observe(box));
}

/** @param {Element} box */
function reachable(box) {
  if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
  else box.removeAttribute("tabindex");
}
