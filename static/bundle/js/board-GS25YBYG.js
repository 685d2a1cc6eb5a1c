/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a}from"./board-6NKMWNWK.js";import"./board-2WFDUJMW.js";import"./board-IPV6WTH6.js";import"./board-SOIRP6DG.js";import"./board-34R2EUSR.js";export{a as People};
