// The slider of what could be known when. What has data-known is hidden on the other days, what has
// data-stages shows its earlier text, and what has data-variants shows the child that held then. The day
// stands in the address (?as-of=2020-10-10); site.ts lets every link take it along.

import { AS_OF_CHANGED, asOf, isKnown, workedOut } from "./known";

const form = document.querySelector<HTMLFormElement>("form[data-as-of]");

function inWords(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

interface Staged {
  element: HTMLElement;
  now: string;
  stages: [string, string][];
}

const staged: Staged[] = [...document.querySelectorAll<HTMLElement>("[data-stages]")].map((element) => ({
  element,
  now: element.textContent ?? "",
  stages: JSON.parse(element.dataset["stages"] ?? "[]") as [string, string][],
}));

/** The text of the last stage that is not later than the day. */
function textOn(day: string, { stages, now }: Staged): string {
  const reached = stages.filter(([from]) => from <= day);
  return reached[reached.length - 1]?.[1] ?? (stages.length ? "" : now);
}

/** Show the one variant of an element that holds on a day: the latest that is not later than it. */
function pick(day: string | null, element: Element): void {
  const variants = [...element.children] as (HTMLElement | SVGElement)[];
  const from = (variant: HTMLElement | SVGElement): string => variant.dataset["from"] ?? "";
  const holds = variants
    .filter((each) => (day === null ? each.dataset["now"] !== undefined : from(each) !== "" && from(each) <= day))
    .sort((one, other) => (from(one) < from(other) ? -1 : 1));
  const chosen = holds[holds.length - 1];
  for (const each of variants) each.classList.toggle("is-unknown", each !== chosen);
}

function show(day: string | null): void {
  document.querySelectorAll<HTMLElement | SVGElement>("[data-known]").forEach((element) => {
    element.classList.toggle("is-unknown", !isKnown(element.dataset["known"]));
  });
  document.querySelectorAll("[data-variants]").forEach((element) => pick(day, element));
  for (const one of staged) one.element.textContent = day === null ? one.now : textOn(day, one);
}

function wire(form: HTMLFormElement): void {
  const slider = form.querySelector<HTMLInputElement>("input");
  const words = form.querySelector<HTMLElement>("[data-as-of-words]");
  const button = form.querySelector<HTMLButtonElement>("button");
  const note = form.querySelector<HTMLElement>("[data-as-of-note]");
  if (!slider || !words || !button || !note) return;
  const last = workedOut.length - 1;
  slider.max = String(last);

  const put = (day: string | null): void => {
    const reached = day === null ? last : workedOut.filter((each) => each <= day).length - 1;
    slider.value = String(Math.max(0, reached));
    const said = inWords(day ?? workedOut[last] ?? "");
    words.textContent = said;
    slider.setAttribute("aria-valuetext", said);
    button.disabled = day === null;
    note.hidden = day === null;
    show(day);
    dispatchEvent(new Event(AS_OF_CHANGED));
  };

  slider.addEventListener("input", () => {
    const day = Number(slider.value) < last ? (workedOut[Number(slider.value)] ?? null) : null;
    const address = new URL(location.href);
    if (day === null) address.searchParams.delete("as-of");
    else address.searchParams.set("as-of", day);
    history.replaceState(null, "", address);
    put(day);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    slider.value = slider.max;
    slider.dispatchEvent(new Event("input"));
    slider.focus();
  });
  put(asOf());
}

if (form) wire(form);
