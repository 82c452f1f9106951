// How Feishu draws its messages: text, rich text, and cards of JSON 2.0 as far as the bot uses them.
import { element } from "./element.js";

export const title = "飞书(模拟)";

const style = element("link", { rel: "stylesheet", href: "/emulator/feishu.css" });
document.head.append(style);

export function draw(message, press) {
  if (message.kind === "interactive") return card(message.payload, press);
  return element("div", { className: "bubble" }, message.kind === "post" ? post(message.payload) : message.payload.text);
}

function post(payload) {
  const body = payload.zh_cn ?? payload;
  const lines = body.content.map((line) => line.map((span) => span.text ?? "").join(""));
  return [body.title, ...lines].filter((line) => line !== undefined).join("\n");
}

function card(json, press) {
  const header = element("header", { className: `feishu-header ${json.header?.template ?? "default"}` }, json.header?.title?.content ?? "");
  return element("article", { className: "feishu-card" }, header, ...json.body.elements.map((part) => drawn(part, press, null)));
}

function drawn(part, press, form) {
  switch (part.tag) {
    case "div": return element("p", { className: part.text.text_color === "grey" ? "feishu-label" : "" }, part.text.content);
    case "markdown": return element("p", {}, part.content);
    case "hr": return element("hr");
    case "column_set": return columns(part, press, form);
    case "form": return formOf(part, press);
    case "input": return input(part);
    case "select_static": return select(part);
    case "date_picker": return element("input", { type: "date", name: part.name, value: part.initial_date ?? "", required: part.required ?? false, ariaLabel: part.name });
    case "button": return button(part, press, form);
    default: return element("p", {}, `(${part.tag})`);
  }
}

function columns(part, press, form) {
  const set = element("div", { className: part.flex_mode === "flow" ? "feishu-row" : "feishu-columns" });
  for (const column of part.columns) {
    const drawnColumn = element("div", {}, ...column.elements.map((inner) => drawn(inner, press, form)));
    if (column.width === "weighted") drawnColumn.style.flex = column.weight;
    set.append(drawnColumn);
  }
  return set;
}

function formOf(part, press) {
  const form = element("form", { className: "feishu-form", onsubmit: (event) => event.preventDefault() });
  form.append(...part.elements.map((inner) => drawn(inner, press, form)));
  return form;
}

function input(part) {
  const field = part.input_type === "multiline_text" ? element("textarea", { rows: part.rows ?? 5 }) : element("input", {});
  Object.assign(field, { name: part.name, value: part.default_value ?? "", placeholder: part.placeholder?.content ?? "", required: part.required ?? false, maxLength: part.max_length ?? 1000 });
  return element("label", {}, part.label?.content ?? "", field);
}

function select(part) {
  const empty = element("option", { value: "" }, part.placeholder?.content ?? "");
  const options = part.options.map((option, at) => element("option", { value: option.value, selected: part.initial_index === at + 1 }, option.text.content));
  return element("select", { name: part.name, required: part.required ?? false, ariaLabel: part.name }, empty, ...options);
}

function button(part, press, form) {
  const made = element("button", { type: "button", className: `feishu-${part.type ?? "default"}` }, part.text.content);
  made.onclick = async () => {
    if (form && part.form_action_type === "submit" && !form.reportValidity()) return;
    if (part.confirm && !confirm(`${part.confirm.title.content}\n${part.confirm.text.content}`)) return;
    const action = { tag: "button", value: part.behaviors?.find((behavior) => behavior.type === "callback")?.value };
    if (part.name) action.name = part.name;
    if (form) action.form_value = values(form);
    made.disabled = true;
    try {
      await press(action);
    } finally {
      made.disabled = false;
    }
  };
  return made;
}

// Dates travel with the zone, as Feishu sends them; what was left empty does not travel.
function values(form) {
  const values = {};
  for (const field of form.querySelectorAll("[name]"))
    if (field.value) values[field.name] = field.type === "date" ? `${field.value} +0800` : field.value;
  return values;
}
