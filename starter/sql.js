// Does for ./oversight what psql does, where only the npm package of PostgreSQL is there: it brings this client.
const { Client } = require(process.argv[2]);

async function main() {
  const statements = require('fs').readFileSync(0, 'utf8').split(/;\s*\n|;\s*$/).map(text => text.trim()).filter(Boolean);
  const client = new Client();
  await client.connect();
  for (const statement of statements) {
    const { rows } = await client.query({ text: statement, rowMode: 'array' });
    for (const row of rows ?? []) console.log(row[0]);
  }
  await client.end();
}

main().catch(error => {
  console.error(error.message);
  process.exit(1);
});
