// WeCom's own clients as they are; they say on their output what they hear and what they got.
// node peer.cjs bot WEBSOCKET BOT SECRET · node peer.cjs doors ADDRESS CORP AGENT TOKEN KEY BOT-TOKEN BOT-KEY BOT-ID TIMESTAMP
const { WSClient } = require("@wecom/aibot-node-sdk");
const crypto = require("@wecom/crypto");

const [mode, ...rest] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);

function bot([wsUrl, botId, secret]) {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const client = new WSClient({ botId, secret, wsUrl, reconnectInterval: 100, logger: quiet });
  client.on("error", () => {}); // a connection that is reset; without a listener the process would end instead of coming back
  client.on("authenticated", () => say("authenticated"));
  client.on("message.text", async (frame) => {
    say(`message ${frame.body.text.content} from ${frame.body.from.userid}`);
    await client.replyStream(frame, "s1", `收到 ${frame.body.text.content}`, true);
    const card = {
      card_type: "button_interaction", task_id: "peer-1", main_title: { title: "XQ-1" },
      button_list: [{ text: "受理", style: 1, key: "1:受理 XQ-1" }],
    };
    const chat = frame.body.chatid ?? frame.body.from.userid;
    await client.sendMessage(chat, { msgtype: "template_card", template_card: card });
    say("sent");
  });
  client.on("event.template_card_event", async (frame) => {
    const click = frame.body.event.template_card_event;
    say(`press ${click.event_key}`);
    await client.updateTemplateCard(frame, {
      card_type: "button_interaction", task_id: click.task_id, main_title: { title: "已受理" },
      button_list: [{ text: "详情", style: 4, key: "2:XQ-1" }],
    });
    say("updated");
  });
  client.on("event.enter_chat", async (frame) => {
    await client.replyWelcome(frame, { msgtype: "text", text: { content: "你好" } });
    say("welcomed");
  });
  client.connect();
}

async function doors([address, corp, agent, token, key, botToken, botKey, botId, timestamp]) {
  const query = (secret, encrypted) => new URLSearchParams({
    timestamp, nonce: "peer", msg_signature: crypto.getSignature(secret, timestamp, "peer", encrypted) });
  const echo = crypto.encrypt(key, "echo-word", corp);
  const verify = query(token, echo);
  verify.set("echostr", echo);
  say(`echo ${await (await fetch(`${address}/wecom/app?${verify}`)).text()}`);

  const xml = `<xml><ToUserName><![CDATA[${corp}]]></ToUserName><FromUserName><![CDATA[lilei]]></FromUserName><CreateTime>${timestamp}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[帮助]]></Content><MsgId>1</MsgId><AgentID>${agent}</AgentID></xml>`;
  const toApp = crypto.encrypt(key, xml, corp);
  const app = await fetch(`${address}/wecom/app?${query(token, toApp)}`, { method: "POST", body: `<xml><Encrypt><![CDATA[${toApp}]]></Encrypt></xml>` });
  const answer = await app.text();
  const sealed = answer.match(/<Encrypt><!\[CDATA\[(.*?)\]\]>/)[1];
  const [, signature] = answer.match(/<MsgSignature><!\[CDATA\[(.*?)\]\]>/);
  const [, at] = answer.match(/<TimeStamp>(\d+)</);
  const opened = crypto.decrypt(key, sealed);
  say(`app ${opened.id} ${signature === crypto.getSignature(token, at, "peer", sealed)} ${opened.message.match(/<Content><!\[CDATA\[(.*?)\]\]>/)[1]}`);

  const body = JSON.stringify({ msgid: "m1", aibotid: botId, chatid: "wrlaunch", chattype: "group", from: { userid: "lilei" }, msgtype: "text", text: { content: "@协同助手 待办" } });
  const toBot = crypto.encrypt(botKey, body, "");
  const reply = await (await fetch(`${address}/wecom/bot?${query(botToken, toBot)}`, { method: "POST", body: JSON.stringify({ encrypt: toBot }) })).json();
  const good = reply.msgsignature === crypto.getSignature(botToken, String(reply.timestamp), reply.nonce, reply.encrypt);
  say(`bot ${good} ${JSON.parse(crypto.decrypt(botKey, reply.encrypt).message).stream.content}`);

  const forged = crypto.encrypt(key, xml, "wwother");
  const refused = await fetch(`${address}/wecom/app?${query(token, forged)}`, { method: "POST", body: `<xml><Encrypt><![CDATA[${forged}]]></Encrypt></xml>` });
  say(`forged ${refused.status}`);
}

if (mode === "bot") bot(rest);
else doors(rest);
