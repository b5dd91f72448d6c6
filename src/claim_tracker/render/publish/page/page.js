
"use strict";
// Chooses claims on the page; what is chosen stands in the address, so that it can be passed on.
(() => {
  const form = document.getElementById("_filters");
  const rows = document.querySelectorAll(".timeline li");
  const claims = Array.from(document.querySelectorAll("article"), (card, index) => ({
    card,
    row: rows[index],
    words: JSON.parse(card.dataset.words),
    text: null,
  }));
  const topics = document.querySelectorAll(".topic");
  const shownClaim = ":scope > article:not([hidden]), :scope > ul > li:not([hidden])";
  const unseen = /\p{Default_Ignorable_Code_Point}/gu;
  const folded = (text) =>
    text.replace(unseen, "").normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

  function wanted() {
    return Array.from(new FormData(form)).filter(([, value]) => value.trim() !== "");
  }

  function has(claim, [name, value]) {
    if (name !== "search") return claim.words[name].includes(value);
    claim.text ??= folded(claim.card.textContent);
    return claim.text.includes(folded(value));
  }

  function choose() {
    const filters = wanted();
    let shown = 0;
    for (const claim of claims) {
      const chosen = filters.every((filter) => has(claim, filter));
      claim.card.hidden = claim.row.hidden = !chosen;
      shown += chosen;
    }
    for (const topic of topics) {
      topic.hidden = topic.querySelector(shownClaim) === null;
    }
    form.querySelector("output").textContent =
      filters.length === 0 ? "" : `${shown} of ${claims.length} claims are shown.`;
  }

  function showAll() {
    form.reset();
    choose();
  }

  function address() {
    const filters = new URLSearchParams(wanted()).toString();
    history.replaceState(null, "", filters === "" ? location.pathname + location.search : `#${filters}`);
  }

  // An address names a claim, or filters; a claim that is not shown is brought back.
  function follow() {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      const values = new URLSearchParams(hash);
      for (const field of form.elements) {
        if (field.name) field.value = values.get(field.name) ?? "";
        if (field.selectedIndex === -1) field.value = "";
      }
      choose();
    } else if (document.getElementById(hash)?.hidden) {
      showAll();
      document.getElementById(hash).scrollIntoView();
    }
  }

  form.addEventListener("input", choose);
  form.addEventListener("change", address);
  form.querySelector("button").addEventListener("click", () => { showAll(); address(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  form.hidden = false;
  follow();
})();
