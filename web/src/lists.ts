// Lists in groups: the timeline's days and months, the ledgers of findings, the contradictions.
// What the filter leaves stays; a group with nothing left goes.

import { eachFilter, type Entry, entryOf, Filter } from "./filters";
import { isKnown } from "./known";

function visible(within: Element): number {
  return within.querySelectorAll("[data-item]:not([hidden])").length;
}

/** A month's line in the list of months, with how many entries are left in it. */
function updateJumps(): void {
  document.querySelectorAll<HTMLElement>("[data-jump]").forEach((jump) => {
    const group = document.getElementById(jump.dataset["jump"] ?? "");
    const left = group ? visible(group) : 0;
    jump.hidden = left === 0;
    const count = jump.querySelector("[data-count]");
    if (count) count.textContent = left.toLocaleString("en");
  });
}

eachFilter((form) => {
  const filter = new Filter(form, [], show);
  const entries: Entry[] = [...filter.target.querySelectorAll<HTMLElement>("[data-item]")].map(entryOf);
  const groups = filter.target.querySelectorAll<HTMLElement>("[data-group]");

  function show(): void {
    const passes = filter.test();
    let left = 0;
    let standing = 0;
    for (const entry of entries) {
      const stays = passes(entry);
      entry.element.hidden = !stays;
      if (stays) left += 1;
      if (isKnown(entry.element.dataset["known"])) standing += 1;
    }
    groups.forEach((group) => {
      group.hidden = visible(group) === 0;
    });
    updateJumps();
    filter.say(filter.counted(left, standing));
  }

  filter.read();
  show();
});
