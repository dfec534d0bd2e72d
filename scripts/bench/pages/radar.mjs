import {Chart} from 'chart.js';
import {RadarChart, radarConfig} from '../../../packages/elements/dist/scorecard/radar-chart.js';

const look = {
  ink: '#1d1f23',
  quiet: '#565a61',
  hairline: '#c5c8cd',
  accent: '#0f5c7a',
  wash: 'rgba(15, 92, 122, 0.1)',
  second: '#6b3fa0',
  insufficient: '#a5341c',
  divided: '#7a4e00',
  paper: '#fff',
  fontFamily: 'sans-serif',
  fontSize: 14,
  width: 480,
  height: 420,
  pixelRatio: 1,
};

/** Eight core values; `shift` moves every mark a little. */
const rings = shift => ({
  values: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
  labels: ['Gastvrij', 'Ademruimte', 'Geworteld', 'Vertrouwd', 'Eerlijk', 'Open', 'Speels', 'Groen'],
  figures: Array.from({length: 8}, () => '7,0'),
  plan: Array.from({length: 8}, (_, place) => 6 + ((place + shift) % 4) * 0.5),
  passMarks: Array.from({length: 8}, () => 5.5),
  previous: null,
  corners: Array.from({length: 8}, () => 'pass'),
  names: {plan: 'versie 1', passMarks: 'nodig: 5,5', previous: ''},
});

const canvas = () =>
  document.body.appendChild(Object.assign(document.createElement('canvas'), {width: look.width, height: look.height}));
const timed = act => {
  const start = performance.now();
  act();
  return performance.now() - start;
};

const points = shift => radarConfig(rings(shift), look).data.datasets.map(({data}) => data);

/** Each draws or updates many times on one canvas of its own, and tells how long that took in ms. */
globalThis.bench = {
  drawOurs: times =>
    timed(() =>
      repeat(times, () => {
        const at = canvas();
        const chart = new RadarChart();
        chart.draw(at, rings(0), look);
        chart.clear();
        at.remove();
      }),
    ),
  drawBare: times =>
    timed(() =>
      repeat(times, () => {
        const at = canvas();
        const chart = new Chart(at, radarConfig(rings(0), look));
        chart.destroy();
        at.remove();
      }),
    ),
  updateOurs: times => {
    const at = canvas();
    const chart = new RadarChart();
    chart.draw(at, rings(0), look);
    const data = [0, 1, 2, 3].map(rings);
    const time = timed(() => repeat(times, turn => chart.draw(at, data[turn % 4], look)));
    chart.clear();
    at.remove();
    return time;
  },
  updateBare: times => {
    const at = canvas();
    const chart = new Chart(at, radarConfig(rings(0), look));
    const data = [0, 1, 2, 3].map(points);
    const time = timed(() =>
      repeat(times, turn => {
        chart.data.datasets.forEach((line, place) => (line.data = data[turn % 4][place]));
        chart.update('none');
      }),
    );
    chart.destroy();
    at.remove();
    return time;
  },
};

function repeat(times, act) {
  for (let turn = 1; turn <= times; turn++) act(turn);
}

globalThis.ready = true;
