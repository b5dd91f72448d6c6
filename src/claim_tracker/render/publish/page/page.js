
"use strict";
// Chooses claims on the page; what is chosen stands in the address, so that it can be passed on.
(() => {
  const form = document.getElementById("_filters");
  const output = form.querySelector("output");
  const list = document.getElementById("_claims").parentElement;
  const links = document.querySelectorAll(".topics li");
  const topics = document.querySelectorAll(".topic");
  const claims = Array.from(document.querySelectorAll("article"), (card) => ({
    card,
    words: JSON.parse(card.dataset.words),
    text: null,
  }));
  const unseen = /\p{Default_Ignorable_Code_Point}/gu;
  // As `text/names.py` has them: accents and points, but not those of й, ў and ї.
  const accents = /(и\u0306|у\u0306|і\u0308)|(?=\p{M})[\u0300-\u0333\u0339-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u06ed\u08ca-\u08ff\u1dc0-\u1dff]/gu;
  const folded = (text) =>
    text
      .replace(unseen, "")
      .toLowerCase()
      .normalize("NFD")
      .replace(accents, "$1")
      .normalize("NFC")
      .replace(/\s+/g, " ")
      .trim();

  const written = (number) => number.toLocaleString(document.documentElement.lang);

  // The counts become buttons that choose their status.
  const chips = Array.from(document.querySelectorAll(".chip"), (count) => {
    const chip = document.createElement("button");
    chip.type = "button";
    chip.className = count.className;
    chip.value = count.dataset.status;
    chip.append(...count.childNodes);
    chip.addEventListener("click", () => {
      const status = form.elements.status;
      status.value = status.value === chip.value ? "" : chip.value;
      choose();
      address();
      if (status.value !== "") document.getElementById("_claims").focus();
    });
    count.replaceWith(chip);
    return chip;
  });

  function wanted() {
    return Array.from(new FormData(form)).filter(([, value]) => value.trim() !== "");
  }

  function has(claim, [name, value]) {
    if (name !== "search") return claim.words[name].includes(value);
    claim.text ??= folded(`${claim.card.textContent} ${claim.words.topic}`);
    return claim.text.includes(folded(value));
  }

  function choose() {
    const filters = wanted();
    let shown = 0;
    for (const claim of claims) {
      const chosen = filters.every((filter) => has(claim, filter));
      claim.card.hidden = !chosen;
      shown += chosen;
    }
    topics.forEach((topic, index) => {
      topic.hidden = topic.querySelector("article:not([hidden])") === null;
      if (links.length > 0) links[index].hidden = topic.hidden;
    });
    for (const chip of chips) {
      chip.setAttribute("aria-pressed", chip.value === form.elements.status.value);
    }
    list.classList.toggle("filtered", filters.length > 0);
    output.textContent = filters.length === 0 ? "" :
      output.dataset.words.replace("{shown}", written(shown)).replace("{all}", written(claims.length));
  }

  function showAll() {
    form.reset();
    choose();
  }

  function address() {
    const filters = new URLSearchParams(wanted()).toString();
    history.replaceState(null, "", filters === "" ? location.pathname + location.search : `#${filters}`);
  }

  // An address names a claim, or filters; a claim that is not shown is brought back, and unfolded.
  function follow() {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      const values = new URLSearchParams(hash);
      for (const field of form.elements) {
        if (field.name) field.value = values.get(field.name) ?? "";
        if (field.selectedIndex === -1) field.value = "";
      }
      choose();
      return;
    }
    const target = document.getElementById(hash);
    if (target?.matches("article, .topic h3")) {
      if (target.closest("[hidden]") !== null) showAll();
      target.querySelector("details")?.setAttribute("open", "");
      target.scrollIntoView();
    }
  }

  form.addEventListener("input", choose);
  form.addEventListener("change", address);
  form.querySelector("button").addEventListener("click", () => { showAll(); address(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  form.hidden = false;
  choose();
  follow();
})();
