// The form as it is before any script runs: the build puts it into the markup.

import { signal } from '@preact/signals-core';
import { renderToString } from 'preact-render-to-string';
import { createState } from '../../app/page';
import { rooms } from '../../app/rooms';
import { SettingsForm } from './form';

export const prerendered = () =>
  renderToString(<SettingsForm state={createState(rooms)} send={() => {}} unfolded={signal(false)} />);
