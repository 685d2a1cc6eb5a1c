/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a}from"./board-V3VZH7J4.js";import"./board-BRO2JHH4.js";import"./board-KX5XDBJF.js";import"./board-E3OLUMF7.js";import"./board-RFPELJBS.js";export{a as People};
