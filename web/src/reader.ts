// A document's text beside its claims: choosing a highlight shows its claims, Escape goes back.

const text = document.querySelector<HTMLElement>(".text");
const panel = document.querySelector<HTMLElement>("[data-panel]");
const cards = document.querySelector<HTMLElement>("[data-cards]");
let returnTo: HTMLElement | null = null;

function card(claim: string): HTMLElement | null {
  return document.getElementById(`c-${claim}`);
}

/** Tint the claims' words and bring the first one's card into view; no claims choose nothing. */
function select(claims: string[]): void {
  document.querySelectorAll(".is-selected").forEach((element) => element.classList.remove("is-selected"));
  panel?.classList.toggle("is-choosing", claims.length > 0);
  for (const claim of claims) {
    card(claim)?.classList.add("is-selected");
    text?.querySelectorAll(`[data-claims~="${claim}"]`).forEach((run) => run.classList.add("is-selected"));
  }
  const first = claims[0] === undefined ? null : card(claims[0]);
  if (!first || !cards) return;
  if (cards.scrollHeight > cards.clientHeight) cards.scrollTop = first.offsetTop - cards.offsetTop;
}

/** The claims that an address names: a claim's words or its card. */
function claimsOfAddress(): string[] {
  const match = /^#[wc]-([0-9a-f]+)$/.exec(location.hash);
  return match?.[1] && card(match[1]) ? [match[1]] : [];
}

/** The claims at a place in the text: those whose number or cue it is, else those whose words. */
function claimsAt(target: Element): string[] {
  const key = target.closest<HTMLElement>("[data-keys]");
  const run = target.closest<HTMLElement>("[data-claims]");
  const named = key?.dataset["keys"] ?? run?.dataset["claims"] ?? "";
  return named.split(" ").filter(Boolean);
}

function choose(event: MouseEvent): void {
  if ((getSelection()?.toString() ?? "") !== "") return;
  const target = event.target as Element;
  const claims = claimsAt(target);
  select(claims);
  const first = claims[0];
  if (first === undefined) return;
  event.preventDefault();
  history.replaceState(null, "", `#w-${first}`);
  returnTo = target.closest<HTMLElement>("a") ?? text?.querySelector<HTMLElement>(`[data-keys~="${first}"]`) ?? null;
  card(first)?.focus();
}

function close(): void {
  select([]);
  returnTo?.focus();
}

text?.addEventListener("click", choose);
panel?.addEventListener("click", (event) => {
  const target = event.target as Element;
  if (target.closest("[data-close]")) close();
  const way = target.closest<HTMLElement>("[data-words]");
  if (way) select([way.dataset["words"] ?? ""]);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel?.classList.contains("is-choosing")) close();
});
addEventListener("hashchange", () => select(claimsOfAddress()));
select(claimsOfAddress());
