/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a}from"./board-2WMQOJVV.js";import"./board-DJR4KK3L.js";import"./board-IPV6WTH6.js";import"./board-SOIRP6DG.js";import"./board-34R2EUSR.js";export{a as Dialogs};
