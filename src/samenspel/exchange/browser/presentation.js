"use strict";
// One page at a time. Nothing is kept and nothing is sent: a page that is opened anew begins anew.

const words = JSON.parse(document.getElementById("woorden").textContent);
const root = document.documentElement;
const pages = [...document.querySelectorAll(".page")];
const place = document.getElementById("plaats");
const slides = document.getElementById("dias");
const keys = document.getElementById("toetsen");

// From large to the least that the back row can read, in hundredths of the window's height.
const SIZES = [8, 7.2, 6.5, 6, 5.5, 5];
const PART = 0.8;

// Page → what the room said; null when the figure or the answer was shown without.
const given = new Map();
let at = 0;
let guess = null;
let typed = 0;

const page = () => pages[at];
const isQuiz = (one = page()) => one.classList.contains("quiz");
const isPuzzle = () => "points" in page().dataset;
const isClosed = () => isPuzzle() && !given.has(at);
const isTeam = () => page().classList.contains("team");
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_all, key) => values[key]);

// Where the presentation is -------------------------------------------------------------------------------------

function go(to) {
  if (to < 0 || to >= pages.length) return;
  page().classList.remove("here");
  at = to;
  guess = null;
  page().classList.add("here");
  page().scrollTop = 0;
  if (isPuzzle()) tell();
  fit();
  page().focus({ preventScroll: true });
  // A page that was loaded anew begins where it was; in a mail program's frame an address may not change.
  try {
    history.replaceState(null, "", `#${page().id}`);
  } catch { /* then it begins at the first */ }
}

function onward() {
  const one = page();
  if (isClosed()) open();
  else if (left(one) > 1) scroll(PART);
  else go(at + 1);
}

const left = (one) => one.scrollHeight - one.clientHeight - one.scrollTop;

function scroll(part) {
  page().scrollBy(0, part * page().clientHeight);
  say();
}

function fit() {
  const one = page();
  for (const size of SIZES) {
    one.style.setProperty("--type", size);
    if (one.scrollHeight <= one.clientHeight && one.scrollWidth <= one.clientWidth) break;
  }
  one.tabIndex = one.scrollHeight > one.clientHeight ? 0 : -1;
  say();
}

function say() {
  const more = left(page()) > 1 ? words.more : at + 1 === pages.length ? words.last : "";
  place.textContent = `${at + 1}/${pages.length}  ${more}`;
}

// A figure or a card: until it is open, what the room says stands only in a sentence that says whose it is ---------

const points = (one) => one.dataset.points.split(" ").map(Number);
const most = () => points(page()).length - 1;
const least = () => (isQuiz() ? 1 : 0);

function set(number) {
  const fits = number !== null && number >= least() && number <= most();
  guess = fits ? number : null;
  tell(number !== null && !fits);
}

function tell(refused) {
  const one = page();
  const closed = isClosed();
  const said = closed ? guess : given.get(at);
  const got = said === null ? 0 : points(one)[said];
  const choice = one.querySelector(`[data-choice="${said}"]`);
  one.classList.toggle("closed", closed);
  one.querySelectorAll("[data-choice]").forEach((row) => row.classList.toggle("chosen", row === choice));
  const about = { van: most(), hoogste: most(), partij: one.dataset.party, gok: said, keuze: choice?.textContent, punten: words.points[got] };
  const ask = isQuiz() ? [words.choose, words.noChoice] : [words.type, words.tooHigh];
  const afterwards = isQuiz() ? (got ? words.right : words.otherwise) : words.guessed;
  const meanwhile = isQuiz() ? words.chosen : words.says;
  one.querySelector(".asking").textContent = fill(ask[refused ? 1 : 0], about);
  one.querySelector(".guess").textContent = said === null ? "" : fill(closed ? meanwhile : afterwards, about);
  one.querySelector(".score").textContent = score(isQuiz());
}

function score(ofCards) {
  let had = 0;
  let could = 0;
  for (const [where, said] of given) {
    if (said === null || isQuiz(pages[where]) !== ofCards) continue;
    had += points(pages[where])[said];
    could += ofCards ? 1 : words.points.length - 1;
  }
  if (!could) return "";
  return ofCards ? fill(words.cards, { goed: had, van: could }) : fill(words.score, { score: had, hoogste: could });
}

function open() {
  if (!isClosed()) return;
  given.set(at, guess);
  tell();
  fit();
  page().focus({ preventScroll: true });
}

// The fictional team: one answer is other than in the beginning ---------------------------------------------------

const teams = new Map();

function team() {
  const one = page();
  if (!teams.has(at)) {
    const items = [...one.querySelectorAll("[data-item]")];
    teams.set(at, { items, here: 0, now: 0, start: one.querySelector(".picture").cloneNode(true) });
    choose(0);
  }
  return teams.get(at);
}

function choose(by) {
  const playing = teams.get(at);
  playing.here = Math.min(Math.max(playing.here + by, 0), playing.items.length - 1);
  playing.items.forEach((item, number) => {
    item.classList.toggle("chosen", number === playing.here);
    item.querySelector(".given").textContent = words.scale[item.dataset.given];
  });
  answer(Number(playing.items[playing.here].dataset.given));
}

function answer(number) {
  const playing = team();
  const item = playing.items[playing.here];
  const refused = page().querySelector(".refused");
  refused.textContent = "";
  if (!item.dataset.offered.split(" ").includes(String(number))) {
    if (number === 0) refused.textContent = words.notHere;
    fit();
    return;
  }
  playing.now = number;
  item.querySelector(".given").textContent = words.scale[number];
  const fresh = playing.start.cloneNode(true);
  const change = page().querySelector(`template[data-for="${item.dataset.item} ${number}"]`);
  for (const part of change ? [...change.content.cloneNode(true).children] : []) {
    fresh.querySelector(`[data-is="${part.dataset.is}"]`).replaceWith(part);
  }
  page().querySelector(".picture").replaceWith(fresh);
  fit();
}

// What a key or a button does -------------------------------------------------------------------------------------

const put = (number) => set(Math.min(Math.max(number, least()), most()));

function step(by) {
  if (isClosed()) put((guess ?? 0) + by);
  else if (isTeam()) answer(team().now + by);
}

// A card's choices stand below each other; a figure goes up with the key that points up.
function move(by) {
  if (isClosed()) put((guess ?? 0) + (isQuiz() ? by : -by));
  else if (isTeam()) choose(by);
  else scroll(by / 5);
}

function digit(number) {
  if (isClosed()) set(isQuiz() ? number : 10 * (guess ?? 0) + number);
  else if (isTeam()) answer(number);
}

function show(dialog) {
  dialog.showModal();
  if (dialog !== slides) return;
  typed = 0;
  const entries = [...slides.querySelectorAll("[data-page]")];
  entries.forEach((entry) => entry.removeAttribute("aria-current"));
  const here = entries.filter((entry) => Number(entry.dataset.page) <= at).pop();
  here.setAttribute("aria-current", "page");
  here.focus();
}

function colours() {
  const dark = root.classList.contains("dark") || (!root.classList.contains("light") && matchMedia("(prefers-color-scheme: dark)").matches);
  root.classList.toggle("dark", !dark);
  root.classList.toggle("light", dark);
}

const does = {
  onward,
  back: () => go(at - 1),
  first: () => go(0),
  last: () => go(pages.length - 1),
  up: () => move(-1),
  down: () => move(1),
  more: () => step(1),
  less: () => step(-1),
  open,
  erase: () => (isClosed() ? set(null) : go(at - 1)),
  overview: () => show(slides),
  help: () => show(keys),
  notes: () => {
    root.classList.toggle("notes-open");
    fit();
  },
  black: () => root.classList.add("black"),
  colours,
  full: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.()),
  close: () => document.querySelector("dialog[open]")?.close(),
};

const KEYS = {
  ArrowRight: "onward", " ": "onward", PageDown: "onward", ArrowLeft: "back", PageUp: "back", ArrowUp: "up",
  ArrowDown: "down", Backspace: "erase", Delete: "erase", "+": "more", "=": "more", "-": "less", Enter: "open",
  Home: "first", End: "last", n: "notes", o: "overview", l: "overview", b: "black", ".": "black", k: "colours",
  f: "full", h: "help", "?": "help",
};
const ONCE = new Set(["notes", "overview", "black", "colours", "full", "help"]);
const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

// In the list of slides: a second digit goes on with the first, as long as there is such a slide.
function inList(event) {
  const entries = [...slides.querySelectorAll("[data-page]")];
  const here = entries.indexOf(document.activeElement);
  const to = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: entries.length - 1 };
  if (/^\d$/.test(event.key)) {
    const before = here === typed - 1 ? typed : 0;
    const wanted = [10 * before + Number(event.key), Number(event.key)].find((n) => n > 0 && n <= entries.length);
    if (!wanted) return;
    typed = wanted;
    entries[wanted - 1].focus();
  } else if (event.key in to) {
    entries[Math.min(Math.max(to[event.key], 0), entries.length - 1)].focus();
  } else if (event.key === "o" || event.key === "l") slides.close();
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || MODIFIERS.has(event.key)) return;
  if (root.classList.contains("black")) {
    event.preventDefault();
    if (!event.repeat) root.classList.remove("black");
    return;
  }
  if (slides.open) return inList(event);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (keys.open) {
    if (KEYS[key] === "help") keys.close();
    return;
  }
  if (event.target.closest("button") && (key === "Enter" || key === " ")) return;
  const name = KEYS[key];
  if (/^\d$/.test(key)) digit(Number(key));
  else if (name && !(event.repeat && ONCE.has(name))) does[name]();
  else if (!name) return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (root.classList.contains("black")) return root.classList.remove("black");
  const choice = event.target.closest("[data-choice]");
  if (choice && isClosed()) set(Number(choice.dataset.choice));
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.page) {
    slides.close();
    go(Number(button.dataset.page));
  } else does[button.dataset.do]();
  // Whoever points goes on with the keys of the presentation; whoever tabs stays at the button.
  if (event.detail && !document.querySelector("dialog[open]")) page().focus({ preventScroll: true });
});

for (const dialog of [slides, keys]) dialog.addEventListener("close", () => page().focus({ preventScroll: true }));
pages.forEach((one) => one.addEventListener("scroll", say, { passive: true }));
addEventListener("resize", fit);

const asked = pages.findIndex((one) => `#${one.id}` === location.hash);
root.classList.add("show");
pages.forEach((one, number) => {
  one.tabIndex = -1;
  at = number;
  if (isPuzzle()) tell();
  if (isTeam()) team();
});
go(Math.max(asked, 0));
