// Renders templates with Nunjucks as promptfoo does; run by Node where that library can be found.
// Reads a JSON list of {"templates", "values"} and writes a list of lists of texts, or {"error"}.
const fs = require("fs");
const path = require("path");
const nunjucks = require(path.join(process.argv[2], "node_modules", "nunjucks"));
const environment = new nunjucks.Environment(null, { autoescape: false });
const rendered = JSON.parse(fs.readFileSync(0, "utf8")).map((item) => {
  try {
    return item.templates.map((template) => environment.renderString(template, item.values));
  } catch (error) {
    return { error: String(error).slice(0, 300) };
  }
});
process.stdout.write(JSON.stringify(rendered));
