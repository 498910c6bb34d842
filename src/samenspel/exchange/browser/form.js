"use strict";
// The form. What is asked, the rules and every sentence come out of Python, as data in the page. Only what applies to
// whom and how a file and a code are made is done here; tests lay both beside what Python makes, byte for byte.
(() => {
const byId = name => document.getElementById(name);
const data = JSON.parse(byId("gegevens").textContent);
const main = byId("inhoud");
const LARGEST = 1e6;

// Texts -----------------------------------------------------------------------------------------------------------

const put = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => Object.hasOwn(values, name) ? values[name] : whole);
const say = (key, values = {}) => put(data.words[key], values);
const fill = text => put(text, new Map(data.others).get(given.party) ?? {});

// The same as hygiene.clean: what may stand in a file.
const hidden = new RegExp(`[${data.invisible}]|(?!\n)[\\p{Cc}\\p{Cs}]`, "gu");
const clean = text => text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(hidden, "").normalize("NFC")
  .split("\n").map(line => line.split(/\s+/).filter(Boolean).join(" ")).join("\n").trim();
const length = text => [...clean(text)].length;

// What was answered -----------------------------------------------------------------------------------------------

const fresh = () => ({party: data.party, experience: "", meeting: "", answers: new Map(), cards: new Map(),
  picked: new Map(), open: new Map(), activities: new Map(), shared: new Set()});
let given = fresh();
let id = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
let changed = false, handed = "";

const applies = item => (!item.only.length || item.only.includes(given.party))
  && !(item.meeting && data.without.includes(given.meeting));
const context = () => [["experience", data.experience], ["meeting", data.meeting]].filter(([, question]) => question.choices.length);
const keep = (map, key) => value => value === undefined ? map.delete(key) : map.set(key, value);
const asked = () => data.items.filter(applies);
const answered = items => items.filter(item => given.answers.has(item.id)).length;
const offered = item => [1, 2, 3, 4, 5].concat(item.zero ? [0] : []);
const isAnswered = question => question.activities.length
  ? question.activities.some(([activity]) => given.activities.has(activity))
  : clean(given.open.get(question.id) ?? "") !== "";
const isShared = question => given.shared.has(question.id) && isAnswered(question);
const tooLong = () => data.open.filter(question => length(given.open.get(question.id) ?? "") > data.limit);
const blank = () => !asked().some(item => given.answers.has(item.id));

function known() {
  const answered = data.cards.filter(card => given.cards.has(card.id));
  return answered.length ? {
    right: answered.filter(card => given.cards.get(card.id) === card.who).length,
    of: answered.length,
    unknown: answered.filter(card => given.cards.get(card.id) === data.unknown).length,
  } : null;
}

// Files: JSON as Python writes it. A Map keeps its order; in an object "1" would come before "a". --------------------

function json(value, indent = "", step = "") {
  if (typeof value !== "object") return JSON.stringify(value);
  const isList = Array.isArray(value), inner = indent + step, gap = step && " ";
  const parts = isList ? value.map(one => json(one, inner, step))
    : [...value].map(([key, one]) => `${JSON.stringify(key)}:${gap}${json(one, inner, step)}`);
  const [open, close] = isList ? "[]" : "{}";
  if (!parts.length) return open + close;
  return step ? `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}` : open + parts.join(",") + close;
}
const dict = object => new Map(Object.entries(object));
const some = entries => new Map(entries.filter(([, value]) => value && (value.size ?? value.length)));
const inOrder = (values, ids) => new Map(ids.filter(one => values.has(one)).map(one => [one, values.get(one)]));
const sorted = values => new Map([...values].sort(([a], [b]) => a < b ? -1 : 1));
const questionnaire = () => dict({id: data.id, version: data.version, hash: data.hash});

function contribution(order) {
  const shared = data.open.filter(isShared);
  const texts = shared.filter(question => !question.activities.length).map(question => [question.id, clean(given.open.get(question.id))]);
  const activities = shared.flatMap(question => question.activities.map(([activity]) => activity));
  const response = some([
    ["party", given.party], ["form", data.form === "volledig" ? "" : data.form],
    ["experience", given.experience], ["meeting", given.meeting],
    ["answers", order(inOrder(given.answers, data.items.map(item => item.id)))],
    ["open", order(new Map(texts))], ["activities", order(inOrder(given.activities, activities))],
    ["shared", shared.map(question => question.id)],
  ]);
  const cards = known();
  return new Map([["response", response], ...(cards ? [["knowledge", dict(cards)]] : [])]);
}

function responseFile() {
  const opening = {samenspel: data.file.kind, schema: data.file.schema, id, questionnaire: questionnaire()};
  const canonical = sorted(dict({...opening, contribution: contribution(sorted)}));
  const check = sha256(json(canonical)).map(byte => byte.toString(16).padStart(2, "0")).join("");
  return json(dict({...opening, contribution: contribution(values => values), check}), "", "  ") + "\n";
}

function halfway() {
  const answers = Object.entries(given).map(([name, value]) => [name, value instanceof Set ? [...value] : value]);
  return json(dict({samenspel: data.file.halfway, schema: data.file.schema, id, questionnaire: questionnaire(), form: data.form,
    fixed: data.party, page, handed, answers: new Map(answers)}), "", "  ") + "\n";
}

// Take a file that was saved half-way; the answer is the key of a sentence when it cannot be used.
function take(text) {
  let file;
  try { file = JSON.parse(text.replace(/^\ufeff/, "")); } catch { return "not_ours"; }
  if (file?.samenspel === data.file.kind) return "is_response";
  if (file?.samenspel !== data.file.halfway) return "not_ours";
  if (file.schema !== data.file.schema) return "newer_file";
  if (file.questionnaire?.hash !== data.hash) return "other_version";
  if (file.form !== data.form || file.fixed !== data.party) return "other_form";
  const from = file.answers, next = fresh();
  const one = (name, among) => {
    if (from[name] !== "" && !among.includes(from[name])) throw TypeError(name);
    next[name] = from[name];
  };
  const many = (name, allowed) => {
    for (const [key, value] of Object.entries(from[name])) {
      if (!allowed.get(key)?.(value)) throw TypeError(key);
      next[name].set(key, value);
    }
  };
  const among = (things, test) => new Map(things.map(thing => [thing.id, test(thing)]));
  const card = () => value => data.cardAnswers.some(([answer]) => answer === value);
  try {
    if (!/^[0-9a-f]{32}$/.test(file.id)) throw TypeError("id");
    one("party", data.party ? [data.party] : data.parties.map(([party]) => party));
    one("experience", data.experience.choices.map(([choice]) => choice));
    one("meeting", data.meeting.choices.map(([choice]) => choice));
    many("answers", among(data.items, item => value => offered(item).includes(value)));
    many("cards", among(data.cards, card));
    many("picked", among(data.cards, card));
    many("open", among(data.open, () => value => typeof value === "string"));
    many("activities", new Map(data.open.flatMap(question => question.activities)
      .map(([activity]) => [activity, value => typeof value === "boolean"])));
    for (const shared of from.shared) {
      if (!data.open.some(question => question.id === shared)) throw TypeError(shared);
      next.shared.add(shared);
    }
  } catch { return "damaged"; }
  given = next;
  id = file.id;
  handed = String(file.handed ?? "");
  changed = false;
  show(pages().includes(file.page) ? file.page : "over-u");
  return "";
}

// The code: as exchange/code.py makes it ----------------------------------------------------------------------------

function code() {
  const recipe = data.code, places = [];
  const place = (among, one) => places.push([among.length, among.indexOf(one)]);
  place(data.parties.map(([party]) => party), given.party);
  place(["", ...data.meeting.choices.map(([choice]) => choice)], given.meeting);
  place(["", ...data.experience.choices.map(([choice]) => choice)], given.experience);
  const counts = ["null"];
  for (let of = 1; of <= data.cards.length; of++)
    for (let right = 0; right <= of; right++)
      for (let unknown = 0; unknown <= of - right; unknown++) counts.push(JSON.stringify({right, of, unknown}));
  place(counts, JSON.stringify(known()));
  for (const item of asked()) place([undefined, ...offered(item).sort()], given.answers.get(item.id));
  let number = 0n;
  for (const [radix, at] of places.reverse()) number = number * BigInt(radix) + BigInt(at);
  number = (BigInt(recipe.start) | number) << BigInt(recipe.hash_bits) | BigInt(recipe.hash);
  const seal = sha256(put(recipe.seal, {number})).slice(-4).reduce((sum, byte) => sum << 8n | BigInt(byte), 0n);
  number = number << BigInt(recipe.check_bits) | seal & (1n << BigInt(recipe.check_bits)) - 1n;
  const values = [];
  for (let left = recipe.length; left; left--) {
    values.unshift(Number(number & (1n << BigInt(recipe.character_bits)) - 1n));
    number >>= BigInt(recipe.character_bits);
  }
  const groups = [];
  for (let start = 0; start < values.length; start += recipe.group) groups.push(values.slice(start, start + recipe.group));
  return groups.map(group => [...group, luhn(group)].map(value => recipe.alphabet[value]).join("")).join("-");
}

// Luhn over an alphabet: every second value, from the last, counts double.
function luhn(values) {
  const base = data.code.alphabet.length;
  const sum = values.reduceRight((total, value, at) => {
    const counted = (values.length - at) % 2 ? 2 * value : value;
    return total + Math.floor(counted / base) + counted % base;
  }, 0);
  return (base - sum % base) % base;
}

// SHA-256 (FIPS 180-4): the browser's own is not to be had in a file that was opened from a disk everywhere.
function sha256(text) {
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every(prime => n % prime)) primes.push(n);
  const fraction = root => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
  const constants = primes.map(prime => fraction(Math.cbrt(prime)));
  const hash = primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)));
  const bytes = new TextEncoder().encode(text);
  const blocks = new DataView(new ArrayBuffer((bytes.length + 72 >> 6) * 64));
  bytes.forEach((byte, at) => blocks.setUint8(at, byte));
  blocks.setUint8(bytes.length, 0x80);
  blocks.setUint32(blocks.byteLength - 4, bytes.length * 8);
  const turn = (word, by) => word >>> by | word << 32 - by;
  for (let start = 0; start < blocks.byteLength; start += 64) {
    const words = Array.from({length: 16}, (_, at) => blocks.getInt32(start + 4 * at));
    for (let at = 16; at < 64; at++) {
      const a = words[at - 15], b = words[at - 2];
      words[at] = words[at - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >>> 3) + words[at - 7] + (turn(b, 17) ^ turn(b, 19) ^ b >>> 10) | 0;
    }
    let [a, b, c, d, e, f, g, h] = hash;
    words.forEach((word, at) => {
      const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + constants[at] + word | 0;
      const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      [a, b, c, d, e, f, g, h] = [first + second | 0, a, b, c, d + first | 0, e, f, g];
    });
    [a, b, c, d, e, f, g, h].forEach((word, at) => { hash[at] = hash[at] + word | 0; });
  }
  return hash.flatMap(word => [word >>> 24, word >>> 16 & 255, word >>> 8 & 255, word & 255]);
}

// Elements: texts are always text, never markup ---------------------------------------------------------------------

function make(tag, settings = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...inside.filter(one => one !== ""));
  return element;
}
const p = (className, ...inside) => make("p", className ? {class: className} : {}, ...inside);
const text = (key, values) => p("", say(key, values));
const section = (className, title, ...inside) => make("section", {class: className}, make("h2", {}, title), ...inside);
const list = texts => make("ul", {}, ...texts.map(one => make("li", {}, ...[one].flat())));
const pairs = named => list(named.map(([name, value]) => [`${name} `, make("b", {}, value)]));
const button = (label, onclick, kind = "") => make("button", {type: "button", class: kind, onclick}, label);

function tell(message, wrong = false) {
  const place = byId("melding");
  place.className = wrong ? "wrong" : "";
  place.textContent = message;
}

function touched() {
  changed = true;
  progress();
}

// One question with answers to choose from. ``choose`` gets the value, or undefined when it is taken back.
function choice({name, legend, help = "", options, chosen, choose, wide = false, required = false}) {
  const clear = button(say("clear"), () => {
    const ticked = box.querySelector("input:checked");
    if (ticked) ticked.checked = false;
    clear.hidden = true;
    choose(undefined);
    touched();
    box.querySelector("input").focus();
  }, "clear");
  clear.hidden = required || chosen === undefined;
  clear.setAttribute("aria-label", say("clear_of", {vraag: legend}));
  const labels = options.map(([value, label, mark = ""]) => make("label", {},
    make("input", {type: "radio", name: `v-${name}`, value: String(value), checked: value === chosen}),
    make("span", {}, mark && make("b", {}, mark), label)));
  const box = make("fieldset", {id: `v-${name}`, class: wide ? "question wide" : "question"},
    make("legend", {}, legend), help && make("p", {class: "help", id: `h-${name}`}, help),
    make("div", {class: "options"}, ...labels), clear);
  if (help) box.setAttribute("aria-describedby", `h-${name}`);
  box.addEventListener("change", event => {
    clear.hidden = required;
    choose(options.find(([value]) => String(value) === event.target.value)[0]);
    touched();
  });
  box.addEventListener("keydown", event => {
    const meant = /^[0-5]$/.test(event.key) && wide && box.querySelector(`input[value="${event.key}"]`);
    if (meant) { meant.focus(); meant.click(); }
  });
  return box;
}

// Pages -------------------------------------------------------------------------------------------------------------

let page = "start";

function pages() {
  const parts = data.parts.filter(([part]) => asked().some(item => item.part === part)).map(([part]) => `deel-${part}`);
  return ["start", ...(!data.party || context().length ? ["over-u"] : []), ...parts, ...(data.cards.length ? ["kaarten"] : []),
    ...(data.open.length ? ["vragen"] : []), "nakijken", "inleveren"];
}

function heading(of) {
  const part = data.parts.find(([part]) => of === `deel-${part}`);
  return part ? part[1] : of === "start" ? data.title : say(`page_${of.replace("-", "_")}`);
}

function progress() {
  const bar = byId("voortgang"), items = asked(), all = pages(), at = all.indexOf(page);
  bar.hidden = page === "start";
  bar.replaceChildren(
    make("label", {for: "balk"}, say("part", {deel: at, delen: all.length - 1}), given.party && ` ${say("progress", {n: answered(items), van: items.length})}`),
    make("progress", {id: "balk", max: all.length - 1, value: at}));
}

function go(to) {
  show(to);
  // So that the browser's own button for going back goes a page back, and not out of the form.
  try { history.pushState(null, "", `#${to}`); } catch { /* in a preview that forbids it */ }
}

function show(to, focus = true) {
  page = pages().includes(to) ? to : "start";
  if (!given.party && !["start", "over-u"].includes(page)) page = "over-u";
  const title = make("h1", {tabindex: "-1"}, heading(page));
  const builders = {start, "over-u": about, kaarten: cards, vragen: questions, nakijken: review, inleveren: handIn};
  const body = (builders[page] ?? statements)();
  main.replaceChildren(title, ...body.flat(), steps());
  document.title = page === "start" ? data.title : `${heading(page)} – ${data.title}`;
  tell("");
  progress();
  window.scrollTo(0, 0);
  if (focus) title.focus({preventScroll: true});
}

function steps() {
  const all = pages(), at = all.indexOf(page), buttons = [];
  if (at) buttons.push(button(say("back"), () => go(all[at - 1])));
  if (at < all.length - 1) buttons.push(button(page === "start" ? say("begin") : say("on"), on, "main"));
  return make("nav", {"aria-label": say("steps")}, make("div", {class: "row"}, ...buttons),
    at && page !== "inleveren" ? make("div", {class: "keep"}, button(say("keep"), saveHalfway), p("help", say("keep_help"))) : "");
}

function on() {
  const all = pages();
  const wrong = page === "over-u" && !given.party ? "v-partij" : page === "vragen" && tooLong().length ? `o-${tooLong()[0].id}` : "";
  if (wrong) {
    tell(wrong === "v-partij" ? say("party_needed") : say("too_long_here"), true);
    const place = byId(wrong);
    (place.querySelector("input") ?? place).focus();
  } else if (page === "kaarten" && given.picked.size) {
    lookAtCards();
  } else {
    go(all[all.indexOf(page) + 1]);
  }
}

function start() {
  const pick = make("input", {type: "file", id: "bestand", accept: ".json", onchange: async () => {
    const [file] = pick.files;
    if (!file) return;
    const wrong = file.size > LARGEST ? "not_ours" : take(await file.text());
    pick.value = "";
    tell(wrong ? say(wrong) : say("taken"), Boolean(wrong));
  }});
  return [p("", data.summary), p("", data.minutes), ...(data.audience ? [p("", data.audience)] : []),
    make("h2", {}, say("what_happens")), list(data.happens),
    make("div", {class: "keep"}, make("h2", {}, say("go_on")), make("label", {for: "bestand"}, say("go_on_help")), pick)];
}

function about() {
  const others = () => given.party ? context().map(([name, question]) => choice({name, legend: fill(question.text), help: fill(question.help),
    options: question.choices.map(([value, label]) => [value, fill(label)]), chosen: given[name] || undefined,
    choose: value => { given[name] = value ?? ""; }})) : [];
  const party = data.party ? "" : choice({name: "partij", legend: data.partyQuestion.text, required: true,
    help: [data.partyQuestion.help, say("party_why")].filter(Boolean).join(" "), options: data.parties, chosen: given.party || undefined,
    choose: value => {
      given.party = value;
      rest.replaceChildren(...others());
      tell("");
    }});
  // They name the other party, so they come once that is known.
  const rest = make("div", {}, ...others());
  return [party, rest].filter(Boolean);
}

function statements() {
  const part = page.slice("deel-".length), items = asked();
  const first = items[0].part === part ? [p("notice", fill(data.we))] : [];
  return [...first, text("statements_help"), ...inPart(part).map(item => choice({
    name: item.id, legend: `${items.indexOf(item) + 1}. ${fill(item.text)}`, wide: true,
    options: offered(item).map(value => [value, data.scale[value], `${value} `]), chosen: given.answers.get(item.id),
    choose: keep(given.answers, item.id),
  }))];
}

function cards() {
  return [p("notice", fill(data.cardQuestion)), text("cards_help"), ...data.cards.map((card, at) => {
    const legend = `${at + 1}. ${fill(card.text)}`, answer = given.cards.get(card.id), right = answer === card.who;
    if (answer !== undefined) {
      const words = new Map(data.cardAnswers), verdict = right ? "right" : answer === data.unknown ? "not_known" : "not_right";
      return make("section", {class: right ? "card right" : "card", id: `v-${card.id}`, tabindex: "-1"}, make("h2", {}, legend),
        text("your_answer", {antwoord: words.get(answer)}),
        p("", say(verdict, {antwoord: words.get(card.who)}), " ", fill(card.why)));
    }
    return choice({name: card.id, legend, options: data.cardAnswers, chosen: given.picked.get(card.id),
      choose: keep(given.picked, card.id)});
  })];
}

// The first answer counts: once the right one was shown it cannot be changed.
function lookAtCards() {
  const first = data.cards.find(card => given.picked.has(card.id));
  given.picked.forEach((answer, card) => given.cards.set(card, answer));
  given.picked.clear();
  changed = true;
  show("kaarten");
  const cards = known();
  tell(say("cards_known", {goed: cards.right, totaal: cards.of}));
  byId(`v-${first.id}`).focus();
}

function questions() {
  return [text("questions_help"), text("no_names"), ...data.open.map(question => {
    const share = make("label", {class: "share"}, make("input", {type: "checkbox", name: `d-${question.id}`, checked: given.shared.has(question.id),
      onchange: event => { given.shared[event.target.checked ? "add" : "delete"](question.id); touched(); }}), make("span", {}, say("share")));
    const parts = question.activities.length ? activities(question) : writing(question);
    return make("section", {class: "question", "aria-labelledby": `t-${question.id}`}, make("h2", {id: `t-${question.id}`}, fill(question.text)),
      question.help && make("p", {class: "help", id: `h-${question.id}`}, fill(question.help)), ...parts, share);
  })];
}

function writing(question) {
  const counter = make("p", {class: "help counter", id: `n-${question.id}`}), wrong = make("p", {class: "wrong", role: "alert"});
  const area = make("textarea", {id: `o-${question.id}`, rows: "4", "aria-labelledby": `t-${question.id}`,
    "aria-describedby": `n-${question.id}${question.help ? ` h-${question.id}` : ""}`, oninput: () => {
      given.open.set(question.id, area.value);
      count();
      touched();
    }});
  function count() {
    const n = length(area.value), over = n > data.limit;
    counter.textContent = say("counter", {n, grens: data.limit});
    area.setAttribute("aria-invalid", String(over));
    const message = over ? say("too_long", {lengte: n, grens: data.limit}) : "";
    if (wrong.textContent !== message) wrong.textContent = message;
  }
  area.value = given.open.get(question.id) ?? "";
  count();
  return [area, counter, wrong];
}

function activities(question) {
  return question.activities.map(([activity, label]) => choice({name: activity, legend: fill(label),
    options: [[true, say("lasted")], [false, say("done")]], chosen: given.activities.get(activity), choose: keep(given.activities, activity)}));
}

const answerOf = (item, number = "") => given.answers.has(item.id) ? number + data.scale[given.answers.get(item.id)] : say("left_open");
const inPart = part => asked().filter(item => item.part === part);
const situation = () => [...(data.party ? [] : [[data.partyQuestion.text, new Map(data.parties).get(given.party)]]),
  ...context().map(([name, question]) => [fill(question.text), fill(new Map(question.choices).get(given[name]) ?? say("left_open"))])];

function review() {
  const part = (to, ...inside) => section("part", heading(to), ...inside, button(say("change", {deel: heading(to)}), () => go(to)));
  const done = (n, van) => text("part_done", {n, van});
  const all = pages();
  const state = question => say(!isAnswered(question) ? "left_open" : isShared(question) ? "goes_along" : "stays_here");
  return [text("review_help", {n: answered(asked()), van: asked().length}), ...all.slice(1, -2).map(to => {
    if (to === "over-u") return part(to, pairs(situation()));
    if (to === "kaarten") return part(to, done(given.cards.size, data.cards.length));
    if (to === "vragen") return part(to, pairs(data.open.map(question => [fill(question.text), state(question)])));
    const items = inPart(to.slice("deel-".length));
    return part(to, done(answered(items), items.length), make("details", {}, make("summary", {}, say("see_answers")),
      pairs(items.map(item => [fill(item.text), answerOf(item)]))));
  })];
}

// As much of it as a person writes down.
const short = () => id.slice(0, 8);
const mine = () => text("your_name", {kenmerk: short()});

function handIn() {
  if (tooLong().length) return [p("wrong", say("too_long_here")), button(heading("vragen"), () => go("vragen"))];
  if (blank()) return [p("wrong", say("blank"))];
  const shared = data.open.filter(isShared).length, codeBox = make("div");
  const name = make("div", {id: "kenmerk"}, handed && mine());
  return [text("hand_in_help"), list([data.held, shared ? say("open_along", {n: shared}) : say("open_none"), data.notHeld]),
    section("way", say("way_file"), text("way_file_help"), button(say("save"), saveResponse, "main"), name),
    section("way", say("way_code"), text("way_code_help"), button(say("show_code"), () => {
      codeBox.replaceChildren(make("p", {class: "code", tabindex: "-1", id: "code"}, code()), text("code_help"));
      codeBox.firstChild.focus();
    }), codeBox),
    section("way", say("way_print"), text("way_print_help"), button(say("print"), () => window.print())),
    p("notice", say("somebody_else"))];
}

// Saving ------------------------------------------------------------------------------------------------------------

function save(name, content) {
  const link = make("a", {href: URL.createObjectURL(new Blob([content], {type: "application/json"})), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
  changed = false;
}

function saveResponse() {
  const content = responseFile(), name = `${data.file.name}-${short()}.json`;
  const [, check] = content.match(/"check": "(.+)"/), before = handed && handed !== check;
  save(name, content);
  handed = check;
  byId("kenmerk").replaceChildren(mine());
  tell(`${say("saved", {bestand: name})} ${before ? say("saved_again") : ""}`);
}

function saveHalfway() {
  const name = `${data.file.halfwayName}-${short()}.json`;
  save(name, halfway());
  tell(say("kept", {bestand: name}));
}

// On paper: what goes to the group, with the code to type over. Nothing else, for the sheet is given away. ---------------

function sheet() {
  const place = byId("blad"), ready = given.party && !blank() && !tooLong().length;
  document.body.classList.toggle("sheet", Boolean(ready));
  if (!ready) return place.replaceChildren();
  const cards = known();
  const rows = named => make("table", {}, make("tbody", {}, ...named.map(([name, value]) =>
    make("tr", {}, make("th", {scope: "row"}, name), make("td", {}, value)))));
  const numbered = item => [`${data.items.indexOf(item) + 1}. ${fill(item.text)}`, answerOf(item, `${given.answers.get(item.id)} `)];
  const written = question => question.activities.length
    ? pairs(question.activities.filter(([activity]) => given.activities.has(activity))
      .map(([activity, label]) => [`${fill(label)}:`, say(given.activities.get(activity) ? "lasted" : "done")]))
    : p("", clean(given.open.get(question.id)));
  place.replaceChildren(make("h1", {}, data.title), data.audience && p("", data.audience), text("sheet_intro"), p("code", code()), text("code_help"), rows(situation()),
    ...data.parts.filter(([part]) => inPart(part).length).map(([part, name]) => section("", name, rows(inPart(part).map(numbered)))),
    cards ? section("", heading("kaarten"), text("cards_known", {goed: cards.right, totaal: cards.of})) : "",
    ...data.open.filter(isShared).map(question => section("", fill(question.text), written(question))));
}

addEventListener("beforeprint", sheet);
addEventListener("popstate", () => show(location.hash.slice(1) || "start"));
addEventListener("beforeunload", event => { if (changed) event.preventDefault(); });
show("start", false);
})();
