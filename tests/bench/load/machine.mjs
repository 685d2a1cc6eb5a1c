// What the server's process and the machine spent, from /proc (Linux).
import { readFileSync, readdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const TICK = 0.01; // seconds; Linux counts CPU time in hundredths

function family(pid) {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean));
  return [pid, ...children.flatMap(family)];
}

function cpuSeconds(pid) {
  return family(pid).reduce((sum, each) => {
    const stat = readFileSync(`/proc/${each}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * TICK;
  }, 0);
}

function stolen() {
  return Number(readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/)[8]) * TICK;
}

/** Starts counting; the function it returns tells what was spent since. */
export function meter(pid) {
  const then = { cpu: cpuSeconds(pid), own: process.cpuUsage(), wall: performance.now(), stolen: stolen() };
  return () => {
    const wall = (performance.now() - then.wall) / 1000;
    const own = process.cpuUsage(then.own);
    return {
      cpu: cpuSeconds(pid) - then.cpu,
      generator: Math.round((own.user + own.system) / 1e4 / wall), // % of a core; above 80 the times are the generator's
      steal: Math.round((100 * (stolen() - then.stolen)) / wall), // % of a core the hypervisor took; above 2: repeat
    };
  };
}

export function memory(pid) {
  return Math.round(family(pid).reduce((sum, each) =>
    sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? 0), 0) / 1024);
}
