// Google's Lighthouse, on its profile of a slow phone: check-lighthouse.mjs CHROMIUM URL...
import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';

const LEAST = { performance: 0.95, accessibility: 1, 'best-practices': 1, seo: 1 };

const [chromePath, ...urls] = process.argv.slice(2);
const chrome = await chromeLauncher.launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
let missed = false;
try {
  for (const url of urls) {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(LEAST) });
    for (const [id, { score, auditRefs }] of Object.entries(lhr.categories)) {
      console.log(`${url}: ${id} ${Math.round(score * 100)}`);
      if (score >= LEAST[id]) continue;
      missed = true;
      const failed = auditRefs.map((ref) => lhr.audits[ref.id]).filter((audit) => audit.score !== null && audit.score < 1);
      for (const audit of failed) console.error(`  ${audit.id}: ${audit.title} ${audit.displayValue ?? ''}`);
    }
  }
} finally {
  chrome.kill();
}
process.exitCode = missed ? 1 : 0;
