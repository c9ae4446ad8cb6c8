// 界面文字的简体中文版，与英文版同样分区。

import { problems } from '../../../engine/failure/zh';
import type { SharedText } from '../en';
import { codes } from './codes';
import { config } from './config';
import { page } from './page';
import { starting } from './starting';
import { terms } from './terms';
import { unlike } from './unlike';

export const shared: SharedText = { codes, config, page, problems, starting, terms, unlike };

export const features = import.meta.glob('../../../features/*/zh.ts', { eager: true, import: 'zh' });
