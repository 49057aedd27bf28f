import express, { Router } from "express";
import cors from "cors";
import { z } from "zod";
import type { User } from "@app/types/user";
import { db } from "lib/db";

const router = Router();
const MIME = { png: "image/png", svg: "image/svg+xml", json: "application/json" };
const DATE_FORMAT = "MM/dd";

router.get("users/:id", async (req, res) => {
  const user: User | null = await db.query("select * from users where a/b > 1", [req.params.id]);
  res.setHeader("Content-Type", "text/html");
  res.render("users/list", { user, tz: "Europe/Warsaw" });
});
router.use("static/assets", express.static("public/assets"));
const schema = z.object({ kind: z.enum(["read/write", "read/only"]) });
const re = /['"]([\w-]+)\/([\w-]+)['"]/g;
export { router, MIME, DATE_FORMAT, schema, re };
