// Runs in the head of every page, before it is drawn: the theme, and the menu of narrow screens.

import { dayOfAddress } from "./known";

const root = document.documentElement;
root.classList.add("js");

type Theme = "light" | "dark";

const KEY = "counterclaim-theme";
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/** The theme that the reader chose; storage may be closed to a page that is opened from a file. */
function chosenTheme(): Theme | null {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === "light" || stored === "dark" ? stored : null;
  } catch {
    return null;
  }
}

function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The choice then holds for this page only.
  }
}

let theme: Theme | null = chosenTheme();

function isDark(): boolean {
  return theme === null ? prefersDark.matches : theme === "dark";
}

function applyTheme(): void {
  const styles = document.getElementById("dark-styles") as HTMLLinkElement | null;
  if (styles) styles.media = isDark() ? "screen" : "not all";
  const button = document.getElementById("theme-button");
  const other: Theme = isDark() ? "light" : "dark";
  button?.setAttribute("aria-label", `Change to ${other} colours`);
  if (button) button.textContent = other === "dark" ? "Dark" : "Light";
}

function wireTheme(): void {
  applyTheme();
  prefersDark.addEventListener("change", applyTheme);
  document.getElementById("theme-button")?.addEventListener("click", () => {
    theme = isDark() ? "light" : "dark";
    keepTheme(theme);
    applyTheme();
  });
}

function wireMenu(): void {
  const button = document.getElementById("menu-button");
  const pages = document.getElementById("pages");
  button?.addEventListener("click", () => {
    const open = pages?.classList.toggle("is-open") ?? false;
    button.setAttribute("aria-expanded", String(open));
  });
}

/** Let a link to another page of the site take along the day as of which this one is shown. */
function carryDay(event: Event): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
  const goal = link?.getAttribute("href") ?? "";
  if (!link || goal.startsWith("#") || /^[a-z]+:/i.test(goal)) return;
  const day = dayOfAddress();
  link.search = day === null ? "" : `?as-of=${day}`;
}

document.addEventListener("click", carryDay, true);
document.addEventListener("auxclick", carryDay, true);

applyTheme();
document.addEventListener("DOMContentLoaded", () => {
  wireTheme();
  wireMenu();
});
