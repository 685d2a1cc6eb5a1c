/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as a}from"./board-IPV6WTH6.js";import"./board-SOIRP6DG.js";import"./board-34R2EUSR.js";export{a as Page};
