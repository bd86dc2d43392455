// What the table and the lists share: a filter form, its state in the address, and the test of an
// entry. Entries carry their values in data attributes; several values are joined by "|".

import { AS_OF_CHANGED, isKnown } from "./known";

/** The state of a filter: the names and values of the controls that are set, and of other settings. */
export type State = URLSearchParams;

/** An entry of a table or list. */
export interface Entry {
  element: HTMLElement;
  /** Everything in it that a search can find, in lower case. */
  text: string;
}

export function entryOf(element: HTMLElement): Entry {
  const also = element.dataset["also"] ?? "";
  return { element, text: plain(`${element.textContent ?? ""} ${also}`) };
}

/** Lower case, without accents, white space as single spaces. */
function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ");
}

/** The state in the address; null for an address that names a place on the page instead. */
function stateOfAddress(): State | null {
  const hash = location.hash.slice(1);
  return hash === "" || hash.includes("=") ? new URLSearchParams(hash) : null;
}

function writeAddress(state: State): void {
  const hash = state.toString();
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  carryState();
}

/** Let the links to other pages that show the same entries take the state along. */
function carryState(): void {
  document.querySelectorAll<HTMLAnchorElement>("a[data-same-state]").forEach((link) => {
    link.hash = location.hash;
  });
}

const wide = matchMedia("(min-width: 44rem)");

type Control = HTMLInputElement | HTMLSelectElement;

/** A filter's form, joined to the address. */
export class Filter {
  readonly target: HTMLElement;
  private readonly controls: Control[];
  private readonly status: HTMLElement;
  private readonly noun: string;
  private settings: State = new URLSearchParams();
  private timer = 0;
  private readonly more: HTMLDetailsElement | null;

  /**
   * @param form the filter's form.
   * @param settingNames names of what the address keeps beside the controls.
   * @param apply shows the entries that the state leaves.
   */
  constructor(
    form: HTMLFormElement,
    private readonly settingNames: string[],
    private readonly apply: () => void,
  ) {
    this.target = document.getElementById(form.dataset["filter"] ?? "") ?? form;
    this.noun = form.dataset["noun"] ?? "";
    this.controls = [...form.querySelectorAll<Control>("input, select")];
    this.status = form.querySelector<HTMLElement>("[role=status]") ?? form;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => this.later());
    form.addEventListener("reset", () => this.later());
    this.more = form.querySelector("details");
    wide.addEventListener("change", () => this.openMore());
    addEventListener(AS_OF_CHANGED, () => this.apply());
    addEventListener("hashchange", () => this.read() && this.apply());
    this.openMore();
  }

  /** Take the state from the address; false where the address holds none. */
  read(): boolean {
    const state = stateOfAddress();
    if (!state) return false;
    for (const control of this.controls) control.value = state.get(control.name) ?? "";
    this.settings = new URLSearchParams();
    for (const name of this.settingNames) this.set(name, state.get(name) ?? "");
    carryState();
    this.openMore();
    return true;
  }

  /** Show the further controls where there is room for them, or where one of them is set. */
  private openMore(): void {
    const set = this.controls.some((control) => control.value && this.more?.contains(control));
    if (this.more && (wide.matches || set)) this.more.open = true;
  }

  setting(name: string): string {
    return this.settings.get(name) ?? "";
  }

  set(name: string, value: string): void {
    if (value) this.settings.set(name, value);
    else this.settings.delete(name);
  }

  write(): void {
    const state = new URLSearchParams();
    for (const control of this.controls) if (control.value) state.set(control.name, control.value);
    this.settings.forEach((value, name) => state.set(name, value));
    writeAddress(state);
  }

  say(words: string): void {
    this.status.textContent = words;
  }

  /** Set a control as if the reader had, and show what that leaves. */
  choose(name: string, value: string): void {
    const control = this.controls.find((one) => one.name === name);
    if (control) control.value = value;
    this.later();
  }

  /** What a control holds; "" where it is not set. */
  value(name: string): string {
    return this.controls.find((one) => one.name === name)?.value ?? "";
  }

  /** "12 of 340 claims". */
  counted(left: number, all: number): string {
    const number = (count: number) => count.toLocaleString("en");
    return left === all ? `${number(all)} ${this.noun}` : `${number(left)} of ${number(all)} ${this.noun}`;
  }

  /** The test of an entry for the controls as they stand. */
  test(): (entry: Entry) => boolean {
    const tests = this.controls.filter((control) => control.value).map(testOf);
    return (entry) => isKnown(entry.element.dataset["known"]) && tests.every((passes) => passes(entry));
  }

  /** Apply once the reader pauses, so that each keystroke does not redraw a long table. */
  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.set("page", "");
      this.write();
      this.apply();
    }, 120);
  }
}

function testOf(control: Control): (entry: Entry) => boolean {
  const { name, value } = control;
  if (name === "q") {
    const terms = plain(value).trim().split(" ");
    return (entry) => terms.every((term) => entry.text.includes(term));
  }
  if (name === "from") return ({ element }) => (element.dataset["last"] ?? "") >= value;
  if (name === "to") return ({ element }) => (element.dataset["first"] ?? "9999") <= value;
  return ({ element }) => (element.dataset[name] ?? "").split("|").includes(value);
}

/** Make every filter of the page with `make`. */
export function eachFilter(make: (form: HTMLFormElement) => void): void {
  document.querySelectorAll<HTMLFormElement>("form[data-filter]").forEach(make);
}
