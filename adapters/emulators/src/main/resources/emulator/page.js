// The page of an emulated platform. How a message looks is the platform's own module: draw(message, press) → element.
import { element } from "./element.js";

const platform = new URLSearchParams(location.search).get("platform");
const { title, draw } = await import(`/emulator/${platform}.js`);
const $ = (id) => document.getElementById(id);
const state = { as: null, chat: null, changes: -1 };

const read = async (path) => (await fetch(`/emulator/api/${path}`)).json();
const send = async (path, body) =>
  (await fetch(`/emulator/api/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) })).json();

function choice(list, label, note, current, choose) {
  const button = element("button", { type: "button" }, label, " ", element("small", {}, note));
  button.setAttribute("aria-current", current);
  button.onclick = choose;
  list.append(element("li", {}, button));
}

async function showPeople() {
  const people = await read("people");
  state.as ??= people[0]?.account;
  $("people").replaceChildren();
  for (const person of people)
    choice($("people"), person.name, person.department, person.account === state.as, async () => {
      state.as = person.account;
      state.chat = null;
      $("chats").replaceChildren();
      await showAll();
    });
}

async function showChats() {
  const as = state.as;
  const chats = await read(`chats?as=${encodeURIComponent(as)}`);
  if (as !== state.as) return; // somebody else was chosen meanwhile
  if (!chats.some((chat) => chat.id === state.chat)) state.chat = chats[0]?.id ?? null;
  $("chats").replaceChildren();
  for (const chat of chats)
    choice($("chats"), chat.name, chat.group ? "群" : "", chat.id === state.chat, async () => {
      state.chat = chat.id;
      await showAll();
    });
  $("chat").textContent = chats.find((chat) => chat.id === state.chat)?.name ?? "";
}

async function showMessages() {
  const chat = state.chat;
  const messages = chat ? await read(`messages?chat=${encodeURIComponent(chat)}`) : [];
  if (chat !== state.chat) return;
  $("messages").replaceChildren(
    ...messages.map((message) => {
      const press = async (action) => {
        const answer = await send("press", { as: state.as, message: message.id, action });
        if (answer.toast) toast(answer.toast);
        await showMessages();
      };
      const time = new Date(message.at).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" });
      return element("div", { className: message.from === state.as ? "message mine" : "message" },
        element("small", {}, `${message.from === "bot" ? bot : message.name} ${time}`), draw(message, press));
    }),
  );
  $("messages").scrollTop = $("messages").scrollHeight;
}

function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  setTimeout(() => ($("toast").hidden = true), 4000);
}

async function showAll() {
  await showPeople();
  await showChats();
  await showMessages();
}

const { name: bot } = await read("bot");
$("platform").textContent = title;
$("text").placeholder = `@${bot} 求助 设计部 新品海报 周五`;
document.title = title;
$("say").onsubmit = async (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  if (!text) return;
  $("text").value = "";
  await send("say", { as: state.as, chat: state.chat, text });
  await showMessages();
};
await showAll();
setInterval(async () => {
  const { changes } = await read("changes");
  const writing = document.activeElement?.closest("#messages");
  if (changes === state.changes || writing) return;
  state.changes = changes;
  await showChats();
  await showMessages();
}, 700);
