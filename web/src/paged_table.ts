// A table of claims: filtered, sorted, and shown a hundred rows at a time. Every row is in the page,
// so that it reads without scripts; here they are taken out and put back as they are asked for.

import { type Entry, entryOf, Filter } from "./filters";

const ROWS = 100;

/** A table and the filter that is joined to it. */
export class Table {
  readonly filter: Filter;
  private readonly entries: Entry[];
  private readonly body: HTMLTableSectionElement;
  private readonly headers: HTMLTableCellElement[];
  private readonly pager: HTMLElement | null;

  /**
   * @param form the filter's form.
   * @param settingNames names of what the address keeps beside the filter, the sorting and the page.
   * @param shown told which entries the filter leaves, on all pages.
   */
  constructor(
    form: HTMLFormElement,
    settingNames: string[] = [],
    private readonly shown: (left: Entry[]) => void = () => undefined,
  ) {
    this.filter = new Filter(form, ["sort", "page", ...settingNames], () => this.show());
    const table = this.filter.target as HTMLTableElement;
    this.body = table.tBodies[0] ?? table.createTBody();
    this.entries = [...this.body.rows].map(entryOf);
    this.headers = [...table.querySelectorAll<HTMLTableCellElement>("th[data-sort]")];
    this.pager = document.querySelector(`[data-pager="${table.id}"]`);
    this.headers.forEach((header) => this.wireHeader(header));
    this.pager?.querySelectorAll<HTMLButtonElement>("button").forEach((button) => {
      button.addEventListener("click", () => this.turn(Number(button.dataset["step"])));
    });
    this.filter.read();
    this.show();
  }

  private wireHeader(header: HTMLTableCellElement): void {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = header.textContent;
    header.replaceChildren(button);
    button.addEventListener("click", () => {
      const key = header.dataset["sort"] ?? "";
      this.filter.set("sort", this.filter.setting("sort") === key ? `-${key}` : key);
      this.filter.set("page", "");
      this.filter.write();
      this.show();
    });
  }

  private turn(step: number): void {
    this.filter.set("page", String(this.page() + step));
    this.filter.write();
    this.show();
    this.body.parentElement?.scrollIntoView({ block: "start" });
  }

  private page(): number {
    return Math.max(1, Math.trunc(Number(this.filter.setting("page"))) || 1);
  }

  private show(): void {
    const left = this.sorted(this.entries.filter(this.filter.test()));
    const pages = Math.max(1, Math.ceil(left.length / ROWS));
    const page = Math.min(this.page(), pages);
    const first = (page - 1) * ROWS;
    const shown = left.slice(first, first + ROWS);
    this.body.replaceChildren(...shown.map((entry) => entry.element));
    const rows = left.length > ROWS ? `, rows ${first + 1} to ${first + shown.length}` : "";
    this.filter.say(this.filter.counted(left.length, this.entries.length) + rows);
    this.showPager(page, pages);
    this.shown(left);
  }

  private showPager(page: number, pages: number): void {
    if (!this.pager) return;
    this.pager.hidden = pages === 1;
    const words = this.pager.querySelector("[data-pager-words]");
    if (words) words.textContent = `Page ${page} of ${pages}`;
    this.pager.querySelectorAll<HTMLButtonElement>("button").forEach((button) => {
      const goal = page + Number(button.dataset["step"]);
      button.disabled = goal < 1 || goal > pages;
    });
  }

  /** Sort by the setting; entries without the value come last either way. */
  private sorted(entries: Entry[]): Entry[] {
    const setting = this.filter.setting("sort");
    const key = setting.replace(/^-/, "");
    for (const header of this.headers) {
      if (header.dataset["sort"] === key) {
        header.setAttribute("aria-sort", setting.startsWith("-") ? "descending" : "ascending");
      } else header.removeAttribute("aria-sort");
    }
    if (!this.headers.some((header) => header.dataset["sort"] === key)) return entries;
    const direction = setting.startsWith("-") ? -1 : 1;
    const compare = key === "number" ? byNumber : byText;
    const keyed = entries.map((entry) => ({ entry, value: entry.element.dataset[key] }));
    keyed.sort((a, b) => {
      if (a.value === undefined || b.value === undefined) return Number(a.value === undefined) - Number(b.value === undefined);
      return direction * compare(a.value, b.value);
    });
    return keyed.map(({ entry }) => entry);
  }
}

const collator = new Intl.Collator("en");

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b);
}

function byText(a: string, b: string): number {
  return collator.compare(a, b);
}
