// The claims of the chosen place beside the map. What it says is taken from the table's rows.

import type { Place } from "./places";

const MOST = 12;

export class Panel {
  private readonly title: HTMLElement | null;
  private readonly where: HTMLElement | null;
  private readonly list: HTMLElement | null;
  private readonly page: HTMLAnchorElement | null;

  /** @param closed told when the reader closes it. */
  constructor(
    private readonly box: HTMLElement,
    closed: () => void,
  ) {
    this.title = box.querySelector("[data-panel-title]");
    this.where = box.querySelector("[data-panel-where]");
    this.list = box.querySelector("[data-panel-claims]");
    this.page = box.querySelector("[data-panel-page]");
    box.querySelector("[data-close]")?.addEventListener("click", closed);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") closed();
    });
  }

  /** How many pixels of the map's right side it covers; on a narrow screen it stands below the map. */
  covers(): number {
    return getComputedStyle(this.box).position === "absolute" ? this.box.offsetWidth : 0;
  }

  hide(): void {
    this.box.hidden = true;
  }

  show(place: Place, focus: boolean): void {
    const first = place.rows[0];
    if (!first || !this.list) return;
    if (this.title) this.title.textContent = place.names;
    if (this.where) this.where.textContent = first.querySelector(".cell-place .aside")?.textContent ?? "";
    const page = first.querySelector<HTMLAnchorElement>(".cell-place a");
    if (this.page && page) this.page.href = page.href;
    const more = place.rows.length - MOST;
    const lines = place.rows.slice(0, MOST).map(line);
    if (more > 0) {
      const rest = document.createElement("li");
      rest.textContent = `and ${more.toLocaleString("en")} more in the table below`;
      lines.push(rest);
    }
    this.list.replaceChildren(...lines);
    this.box.hidden = false;
    if (focus) this.box.focus();
  }
}

function line(row: HTMLElement): HTMLLIElement {
  const item = document.createElement("li");
  const words = (cell: string) => row.querySelector(cell)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const link = row.querySelector<HTMLAnchorElement>(".cell-what .what")?.cloneNode(true);
  const figure = words(".cell-figure");
  const rest = [words(".cell-when"), words(".cell-source")].filter(Boolean).join(", ");
  if (link) item.append(link);
  item.append(figure ? `: ${figure}. ${rest}` : `. ${rest}`);
  item.append(...[...row.querySelectorAll(".cell-use")].map((use) => use.cloneNode(true)));
  return item;
}
