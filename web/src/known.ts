// The day of the address as of which a page is shown, for the filters and the slider.

/** Told to the window when the day changes. */
export const AS_OF_CHANGED = "as-of-changed";

/** The day in the address; null where there is none. */
export function dayOfAddress(): string | null {
  const day = new URLSearchParams(location.search).get("as-of");
  return day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}

const slider = document.querySelector<HTMLElement>("form[data-as-of]");

/** The days for which everything was worked out, the earliest first; none on a page without a slider. */
export const workedOut = JSON.parse(slider?.dataset["asOf"] ?? "[]") as string[];

/**
 * The day as of which the page is shown; null where all that is known is shown. Where not every day on which
 * claims were made was worked out, it is the last one that was, so that claims and figures are of one day.
 */
export function asOf(): string | null {
  const day = dayOfAddress();
  if (day === null || workedOut.length === 0) return null;
  if (slider?.dataset["complete"] !== undefined) return day;
  return workedOut.filter((each) => each <= day).pop() ?? day;
}

/**
 * Whether what stood over some days is shown.
 *
 * @param known the stretches of days, joined by spaces: "2020-10-01/2020-10-11" for one that had ended on the
 * second day, "2020-11-02" for one that lasts; "" for what stands now since nobody knows when.
 */
export function isKnown(known: string | undefined): boolean {
  if (known === undefined) return true;
  const day = asOf();
  const stretches = known.split(" ").map((each) => each.split("/"));
  if (day === null) return stretches.some(([, end]) => end === undefined);
  return stretches.some(([start, end]) => start && start <= day && (end === undefined || day < end));
}
