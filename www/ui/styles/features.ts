// Each feature's sheet. A module of its own: what a glob finds is imported before all else in its module.

import.meta.glob('../../features/*/style.css', { eager: true });
