/** The browsers and apps that a contact used. */
import type { Chooser } from './random.ts';

export function contactDevices(choose: Chooser, seenAt: number) {
  const web = choose.chance('web', 0.8);
  return {
    browser: web ? choose.oneOf('browser', ['chrome', 'firefox', 'safari']) : null,
    browser_version: web ? `${choose.integer('browser version', 110, 140)}.0` : null,
    browser_language: web ? choose.oneOf('language', ['en', 'de', 'pt-BR', 'ja']) : null,
    os: web ? choose.oneOf('os', ['Windows 11', 'macOS 15', 'Ubuntu']) : null,
    ...app(choose, 'android', choose.chance('android', 0.1), 'Pixel 9', seenAt),
    ...app(choose, 'ios', choose.chance('ios', 0.1), 'iPhone17,1', seenAt),
  };
}

function app(choose: Chooser, system: 'android' | 'ios', used: boolean, device: string, seenAt: number) {
  const value = <T>(given: T) => (used ? given : null);
  return {
    [`${system}_app_name`]: value('Customer app'),
    [`${system}_app_version`]: value(`3.${choose.integer('app version', 0, 9)}`),
    [`${system}_device`]: value(device),
    [`${system}_os_version`]: value(`${choose.integer('os version', 14, 18)}`),
    [`${system}_sdk_version`]: value('17.2'),
    [`${system}_last_seen_at`]: value(seenAt),
  };
}
