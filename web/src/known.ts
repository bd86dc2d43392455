// The day of the address as of which a page is shown, for the filters and the slider.

/** Told to the window when the day changes. */
export const AS_OF_CHANGED = "as-of-changed";

/** The day in the address; null where all that is known is shown. */
export function asOf(): string | null {
  const day = new URLSearchParams(location.search).get("as-of");
  return day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}

/** Whether what was made known on a day ("" where that is not known) is shown. */
export function isKnown(known: string | undefined): boolean {
  const day = asOf();
  return day === null || known === undefined || (known !== "" && known <= day);
}
