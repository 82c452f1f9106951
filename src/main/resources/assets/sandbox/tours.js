// The guided tours as data. `say` names the sentence (words/page, `tour.<id>.<say>`); everything else is what the visitor does.
// Steps of kind `say` and `press` find their words under `<say>.text`.

const morning = { kind: 'morning', say: 'morning' };
const trail = { kind: 'look', say: 'trail', as: 'li.lei' };
const over = { kind: 'read', say: 'over' };

export const tours = [
  {
    id: 'hours',
    minutes: 2,
    people: ['li.lei', 'zhou.jie', 'qian.duo', 'zhao.min'],
    steps: [
      morning,
      { kind: 'say', say: 'ask', as: 'li.lei', chat: 'group:all' },
      { kind: 'day', say: 'wait', until: { as: 'zhao.min', button: 'accept' } },
      { kind: 'press', say: 'accept', as: 'zhao.min', button: 'accept' },
      trail,
      over,
    ],
  },
  {
    id: 'passing',
    minutes: 3,
    people: ['li.lei', 'he.tao', 'zhou.jie', 'wu.yue'],
    steps: [
      morning,
      { kind: 'say', say: 'ask', as: 'li.lei', chat: 'group:launch' },
      { kind: 'press', say: 'question', as: 'he.tao', button: 'needinfo', text: true },
      { kind: 'press', say: 'supply', as: 'li.lei', button: 'supply', text: true },
      { kind: 'press', say: 'transfer', as: 'he.tao', button: 'transfer', form: { to: 'design' }, text: true },
      { kind: 'press', say: 'inside', as: 'zhou.jie', button: 'transfer', form: { to: 'wu.yue' }, text: true },
      { kind: 'press', say: 'accept', as: 'wu.yue', button: 'accept' },
      { kind: 'press', say: 'deliver', as: 'wu.yue', button: 'deliver', text: true },
      { kind: 'press', say: 'verify', as: 'li.lei', button: 'verify', form: { rating: '5' }, text: true },
      trail,
      over,
    ],
  },
  {
    id: 'absence',
    minutes: 2,
    people: ['zheng.qiang', 'feng.lin', 'li.lei', 'he.tao'],
    steps: [
      morning,
      { kind: 'say', say: 'delegate', as: 'zheng.qiang', chat: 'single:zheng.qiang', days: [0, 7] },
      { kind: 'say', say: 'ask', as: 'li.lei', chat: 'group:launch' },
      { kind: 'day', say: 'wait', until: { as: 'feng.lin', button: 'accept' } },
      { kind: 'press', say: 'accept', as: 'feng.lin', button: 'accept' },
      trail,
      over,
    ],
  },
];
