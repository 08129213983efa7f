#!/usr/bin/env bash
# knex 3.3.0, kysely 0.29.9, drizzle-orm 0.45.4, sequelize 6.37.8 and typeorm 1.1.1: a second condition with an OR in it opens the first.
#
# Expected: `.where(blog 1).andWhere("author = 1 OR author = 2")` is this blog's rows, by one of two authors. Each call is a condition,
#           as those that are made by the builders' own or() are, which get brackets from all of them.
# Observed: a condition that is SQL (whereRaw, sql``, literal(), and any string in TypeORM) is put behind AND as it is: "blog = 1 AND author
#           = 1 OR author = 2" is the second author's rows of all blogs. drizzle's and() has brackets around the whole only. not() is
#           of the first part; sequelize's Op.not of a literal() is left out altogether, and the condition is asked for instead.
# So:       brackets in the SQL itself, always; TypeORM has Brackets.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund knex@3.3.0 kysely@0.29.9 drizzle-orm@0.45.4 sequelize@6.37.8 typeorm@1.1.1 reflect-metadata@0.2.2 pg@8.23.1
cat > run.mjs <<'JS'
import "reflect-metadata";
import { and, eq, not, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { integer, pgTable } from "drizzle-orm/pg-core";
import knex from "knex";
import { Kysely, PostgresDialect, sql as kyselySql } from "kysely";
import pg from "pg";
import { DataTypes, Op, Sequelize } from "sequelize";
import { DataSource, EntitySchema } from "typeorm";

const condition = "author = 1 OR author = 2";
const kysely = new Kysely({ dialect: new PostgresDialect({ pool: async () => ({}) }) });
const post = pgTable("post", { id: integer(), blog: integer() });
const db = drizzle(new pg.Pool());
const sequelize = new Sequelize({ dialect: "postgres" });
const Post = sequelize.define("post", { blog: DataTypes.INTEGER }, { timestamps: false, freezeTableName: true });
const ofSequelize = (where) => sequelize.getQueryInterface().queryGenerator.selectQuery("post", { where, attributes: ["id"] }, Post);
const entity = new EntitySchema({ name: "post", columns: { id: { type: Number, primary: true }, blog: { type: Number } } });
const typeorm = new DataSource({ type: "postgres", entities: [entity] });
await typeorm.buildMetadatas();
const queries = {
  knex: knex({ client: "pg" })("post").where("blog", 1).whereRaw(condition).toString(),
  kysely: kysely.selectFrom("post").select("id").where("blog", "=", 1).where(kyselySql.raw(condition)).compile().sql,
  drizzle: db.select().from(post).where(and(eq(post.blog, 1), sql.raw(condition))).toSQL().sql,
  sequelize: ofSequelize({ [Op.and]: [{ blog: 1 }, Sequelize.literal(condition)] }),
  typeorm: typeorm.getRepository(entity).createQueryBuilder("p").select("p.id").where("p.blog = 1").andWhere(condition).getSql(),
  "kysely, not": kysely.selectFrom("post").select("id").where((eb) => eb.not(kyselySql.raw(condition))).compile().sql,
  "drizzle, not": db.select().from(post).where(not(sql.raw(condition))).toSQL().sql,
  "sequelize, not": ofSequelize({ [Op.not]: Sequelize.literal(condition) }),
};
const seen = Object.entries(queries).map(([tool, text]) => {
  const where = text.replace(/.* where /i, "").replace(/;$/, "").replace(/^\((.*)\)$/, "$1");
  console.log(`${tool}: ${where}`);
  return where;
});
const asDescribed =
  seen.slice(0, 5).every((where) => /^[".\w]*blog"? = (1|\$1) and author = 1 OR author = 2$/i.test(where)) &&
  seen.slice(5).join("|") === `not ${condition}|not ${condition}|${condition}`;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
