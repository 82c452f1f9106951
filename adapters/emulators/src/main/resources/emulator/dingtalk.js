// How DingTalk draws its messages: text, markdown as far as the bot uses it, and the public card with buttons.
import { element } from "./element.js";

export const title = "钉钉(模拟)";

const style = element("link", { rel: "stylesheet", href: "/emulator/dingtalk.css" });
document.head.append(style);

export function draw(message, press) {
  if (message.kind === "card") return card(message.payload, press);
  if (message.kind === "sampleMarkdown") return element("div", { className: "bubble" }, ...markdown(message.payload.text));
  if (message.kind.startsWith("sampleActionCard")) return actions(message.payload, press);
  return element("div", { className: "bubble" }, message.payload.content);
}

function actions(payload, press) {
  const all = payload.singleTitle
    ? [[payload.singleTitle, payload.singleURL]]
    : [1, 2, 3, 4, 5].filter((at) => payload[`actionTitle${at}`]).map((at) => [payload[`actionTitle${at}`], payload[`actionURL${at}`]]);
  const row = element("div", { className: "dingtalk-row" }, ...all.map(([text, url]) => element("button", { type: "button", className: "dingtalk-grey", onclick: () => press({ say: said(url) }) }, text)));
  return element("article", { className: "dingtalk-card" }, element("header", {}, payload.title), ...markdown(payload.text), row);
}

// A dtmd link puts its content into the chat as if the reader had typed it.
function said(url) {
  return new URL(url).searchParams.get("content");
}

function card(parameters, press) {
  const buttons = JSON.parse(parameters.sys_full_json_obj ?? "{}").msgButtons ?? [];
  const row = element("div", { className: "dingtalk-row" }, ...buttons.map((button) => drawn(button, press)));
  return element("article", { className: "dingtalk-card" },
    element("header", {}, parameters.title ?? ""),
    ...markdown(parameters.markdown ?? ""),
    parameters.tips ? element("p", { className: "dingtalk-tips" }, parameters.tips) : null,
    row);
}

function drawn(button, press) {
  const made = element("button", { type: "button", className: `dingtalk-${button.color ?? "grey"}` }, button.text);
  made.onclick = async () => {
    made.disabled = true;
    try {
      await press({ id: button.id, params: button.params });
    } finally {
      made.disabled = false;
    }
  };
  return made;
}

// Paragraphs, bold and links; everything else is text.
function markdown(source) {
  return source.split(/\n\n+/).filter((part) => part.trim()).map((part) => {
    const paragraph = element("p", {});
    for (const piece of part.replaceAll("  \n", "\n").split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/)) paragraph.append(span(piece));
    return paragraph;
  });
}

function span(piece) {
  const bold = piece.match(/^\*\*([^*]+)\*\*$/);
  if (bold) return element("strong", {}, bold[1]);
  const link = piece.match(/^\[([^\]]+)\]\((https?:[^)]+)\)$/);
  if (link) return element("a", { href: link[2], target: "_blank", rel: "noreferrer" }, link[1]);
  return piece;
}
