// Fill the form in page after page, up to handing in, by the events that the page itself gets: clicks and typing.
const [answers] = arguments;
const find = selector => document.querySelector(selector);
const press = label => [...document.querySelectorAll("button")].find(one => one.textContent === label).click();
const choose = chosen => {
  for (const [name, value] of chosen) find(`[id="v-${name}"] input[value="${value}"]`)?.click();
};

function walk(first) {
  for (let page = 0; !find("#kenmerk"); page++) {
    if (page > 60) throw Error(`stuck at ${find("h1").textContent}: ${find("#melding").textContent}`);
    choose(first);
    choose(answers.chosen);
    for (const [id, text] of answers.open) {
      const area = find(`[id="o-${id}"]`);
      if (!area) continue;
      area.value = text;
      area.dispatchEvent(new Event("input", {bubbles: true}));
    }
    for (const id of answers.shared) {
      const box = find(`[name="d-${id}"]`);
      if (box && !box.checked) box.click();
    }
    press("Verder");
  }
}

press("Beginnen");
walk(answers.first);
press("Vorige");
press("Ga naar: Over u");
walk(answers.then);
press("Toon mijn code");
return find("#code").textContent;
