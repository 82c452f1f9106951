// How WeCom draws its messages: text, markdown as far as the bot uses it, and cards with buttons.
import { element } from "./element.js";

export const title = "企业微信(模拟)";

const style = element("link", { rel: "stylesheet", href: "/emulator/wecom.css" });
document.head.append(style);

export function draw(message, press) {
  if (message.kind === "template_card") return card(message.payload, press);
  return element("div", { className: "bubble" }, message.payload.content);
}

function card(json, press) {
  const selection = json.button_selection ? select(json.button_selection) : null;
  const selected = () => (selection ? { [json.button_selection.question_key]: selection.querySelector("select").value } : {});
  return element("article", { className: "wecom-card" },
    element("header", {}, json.main_title?.title ?? ""),
    json.main_title?.desc ? element("p", { className: "wecom-description" }, json.main_title.desc) : null,
    json.quote_area ? element("blockquote", {}, element("small", {}, json.quote_area.title ?? ""), json.quote_area.quote_text) : null,
    json.sub_title_text ? element("p", {}, json.sub_title_text) : null,
    table(json.horizontal_content_list ?? []),
    selection,
    element("div", { className: "wecom-row" }, ...(json.button_list ?? []).map((button) => drawn(button, press, selected))));
}

function table(rows) {
  const list = element("dl", {});
  for (const row of rows) {
    const value = row.type === 1 ? element("a", { href: row.url, target: "_blank", rel: "noreferrer" }, row.value) : row.value;
    list.append(element("dt", {}, row.keyname), element("dd", {}, value));
  }
  return list;
}

function select(question) {
  const options = question.option_list.map((option) =>
    element("option", { value: option.id, selected: option.id === question.selected_id }, option.text));
  return element("label", {}, question.title ?? "", element("select", {}, ...options));
}

function drawn(button, press, selected) {
  const made = element("button", { type: "button", className: `wecom-${button.style ?? 1}` }, button.text);
  made.onclick = async () => {
    made.disabled = true;
    try {
      await press({ key: button.key, selected: selected() });
    } finally {
      made.disabled = false;
    }
  };
  return made;
}
