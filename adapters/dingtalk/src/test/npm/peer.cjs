// The official client as it is; says on its output what it hears. Its fixed gateway is led to the emulator.
// node peer.cjs DOMAIN CLIENT SECRET
const axios = require("axios");
const { DWClient, TOPIC_ROBOT, TOPIC_CARD } = require("dingtalk-stream");

const [domain, clientId, clientSecret] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);

axios.interceptors.request.use((request) => {
  request.url = request.url.replace("https://api.dingtalk.com", domain);
  return request;
});

const client = new DWClient({ clientId, clientSecret, autoReconnect: true });
client.registerCallbackListener(TOPIC_ROBOT, (frame) => {
  say(`message ${JSON.parse(frame.data).text.content.trim()}`);
  client.socketCallBackResponse(frame.headers.messageId, {});
});
client.registerCallbackListener(TOPIC_CARD, (frame) => {
  const press = JSON.parse(JSON.parse(frame.data).content).cardPrivateData.params.phrase;
  say(`press ${press}`);
  client.socketCallBackResponse(frame.headers.messageId, {
    cardUpdateOptions: { updateCardDataByKey: true },
    userPrivateData: { cardParamMap: { tips: `收到 ${press}` } },
  });
});
client.registerAllEventListener((frame) => {
  say(`event ${frame.headers.topic}`);
  return { status: "SUCCESS" };
});
client.connect();
