import type { Text } from '../../ui/text';

export const zh: Text['newerVersion'] = {
  ready: '新版本已就绪。',
  readyWhileRunning: '新版本已就绪，可以等这次训练结束再用。',
  reload: '重新载入',
  pauseAndReload: '暂停、保存并重新载入',
  later: '以后再说',
};
