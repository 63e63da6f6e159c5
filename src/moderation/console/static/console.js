// Keys, countdowns, and finding ⇄ mark. Every page works without this file.
"use strict";
(() => {
  const typing = (el) =>
    el instanceof HTMLTextAreaElement || el instanceof HTMLSelectElement || el.isContentEditable ||
    (el instanceof HTMLInputElement && !["radio", "checkbox", "submit", "button"].includes(el.type));

  const visible = (el) => el.getClientRects().length > 0;

  // One letter, one meaning: whatever carries it on this page.
  function press(el) {
    if (el.dataset.dialog) {
      document.getElementById(el.dataset.dialog)?.showModal();
    } else if (el instanceof HTMLInputElement) {
      el.checked = el.type === "radio" ? true : !el.checked;
      el.dispatchEvent(new Event("change", { bubbles: true }));
      el.focus();
      const reason = el.form?.querySelector("[data-reason]");
      if (el.name === "action" && ["redact", "hold", "remove"].includes(el.value) && reason) reason.focus();
    } else if (typing(el)) {
      el.focus();
    } else if (el.tagName === "SUMMARY") {
      el.parentElement.open = true;
      (el.parentElement.querySelector("textarea, select, button") || el).focus();
    } else {
      el.click();
    }
  }

  function walk(step) {
    const rows = [...document.querySelectorAll("[data-row]")].filter(visible);
    if (!rows.length) return;
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)];
    next.querySelector("a[href], button")?.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const el = document.activeElement || document.body;
    if (event.key === "Escape" && typing(el)) return el.blur();
    if (event.shiftKey && event.key === "Enter" && !(el instanceof HTMLButtonElement)) {
      const next = document.querySelector('[data-key="Shift+Enter"]');
      const elsewhere = typing(el) && el.form !== next?.form;
      if (next && visible(next) && !elsewhere) { event.preventDefault(); next.click(); }
      return;
    }
    if (typing(el) || document.querySelector("dialog[open]")) return;
    if (event.key === "j" || event.key === "k") { event.preventDefault(); return walk(event.key === "j" ? 1 : -1); }
    const found = [...document.querySelectorAll("[data-key]")].find((x) => x.dataset.key === event.key && (visible(x) || x.dataset.dialog));
    if (found) { event.preventDefault(); press(found); }
  });

  document.querySelectorAll("[data-dialog]").forEach((el) =>
    el.addEventListener("click", (event) => { event.preventDefault(); document.getElementById(el.dataset.dialog)?.showModal(); }));

  // Countdowns. The server's times are absolute; the difference between the clocks is small enough.
  const lasting = (seconds) => {
    if (seconds < 60) return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  };
  const untouched = () => [...document.querySelectorAll("textarea")].every((t) => t.value === t.defaultValue);
  function tick() {
    for (const el of document.querySelectorAll("[data-until]")) {
      const left = Math.ceil((Date.parse(el.dataset.until) - Date.now()) / 1000);
      if (left > 0) {
        el.textContent = lasting(left);
        const ring = el.parentElement.querySelector("[data-ring]");
        if (ring) ring.setAttribute("stroke-dasharray", `${Math.min(100, (100 * left) / Number(ring.dataset.ring))} 100`);
      } else if (el.dataset.ends === "hide") {
        el.closest("form")?.remove();
      } else if (el.dataset.ends === "reload" && left <= -1 && untouched()) {
        el.dataset.ends = "";
        location.replace(location.pathname);
      } else {
        el.textContent = "0 s";
      }
    }
  }
  if (document.querySelector("[data-until]")) setInterval(tick, 1000);

  // A mark and its finding light up together.
  const light = (numbers, on) => {
    for (const n of numbers) {
      document.getElementById(`f${n}`)?.classList.toggle("lit", on);
      document.querySelectorAll("mark").forEach((m) => m.dataset.of.split(" ").includes(n) && m.classList.toggle("lit", on));
    }
  };
  for (const el of document.querySelectorAll("mark, .found")) {
    const numbers = (el.dataset.of || el.dataset.f).split(" ");
    for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]])
      el.addEventListener(name, () => light(numbers, on));
  }

  document.getElementById("preview")?.scrollIntoView({ block: "nearest" });
})();
