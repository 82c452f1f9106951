// The official client as it is, in one of three parts; says on its output what it hears.
// node peer.cjs listen|door|send DOMAIN APP SECRET TOKEN KEY
const http = require("node:http");
const lark = require("@larksuiteoapi/node-sdk");

const [part, domain, appId, appSecret, verificationToken, encryptKey] = process.argv.slice(2);
const app = { appId, appSecret, domain, loggerLevel: lark.LoggerLevel.error };
const say = (line) => process.stdout.write(`${line}\n`);

const dispatcher = () =>
  new lark.EventDispatcher({ encryptKey, verificationToken, loggerLevel: lark.LoggerLevel.error }).register({
    "im.message.receive_v1": async (data) => say(`message ${JSON.parse(data.message.content).text}`),
    "card.action.trigger": async (data) => {
      say(`press ${data.action.value.phrase}`);
      return { toast: { type: "info", content: `收到 ${data.action.value.phrase}` } };
    },
  });

async function send() {
  const client = new lark.Client(app);
  const card = {
    schema: "2.0",
    config: { update_multi: true },
    header: { title: { tag: "plain_text", content: "来自官方客户端" } },
    body: { elements: [{ tag: "div", text: { tag: "plain_text", content: "一" } }] },
  };
  const sent = await client.im.message.create({
    params: { receive_id_type: "open_id" },
    data: { receive_id: "ou_lilei", msg_type: "interactive", content: JSON.stringify(card), uuid: "peer-1" },
  });
  say(`sent ${sent.code} ${sent.data.message_id}`);
  card.body.elements[0].text.content = "二";
  const patched = await client.im.message.patch({ path: { message_id: sent.data.message_id }, data: { content: JSON.stringify(card) } });
  say(`patched ${patched.code}`);
  const people = await client.contact.user.findByDepartment({ params: { department_id: "od-market", department_id_type: "open_department_id", user_id_type: "open_id", page_size: 50 } });
  say(`people ${people.data.items.map((user) => user.name).join(" ")}`);
}

if (part === "listen") new lark.WSClient(app).start({ eventDispatcher: dispatcher() });
if (part === "door") {
  const server = http.createServer(lark.adaptDefault("/feishu/events", dispatcher(), { autoChallenge: true }));
  server.listen(0, "127.0.0.1", () => say(`port ${server.address().port}`));
}
if (part === "send") send().catch((error) => say(`fault ${error.message}`));
