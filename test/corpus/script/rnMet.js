/**
 * Sample React Native App
 * https://github.com/facebook/react-native
 */
import { pipeline } from "@xenova/transformers";
import auth from "facebook/auth";
const deps = ["facebook/react", "google/guava"];
